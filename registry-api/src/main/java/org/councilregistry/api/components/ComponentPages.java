package org.councilregistry.api.components;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.html.Ld;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.search.Discover;
import org.councilregistry.api.search.SearchRequest;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.ServiceRef;

/** Components, for people. */
@Path("/components")
@Produces("text/html;charset=utf-8")
public final class ComponentPages {
    private final ComponentResource records;
    private final Discover discover;
    private final ServiceLookup services;

    /** Shows what the resource answers. */
    public ComponentPages(ComponentResource records, Discover discover, ServiceLookup services) {
        this.records = records;
        this.discover = discover;
        this.services = services;
    }

    /** A component's page. */
    public record Shown(Component record, List<ServiceRef> services, String data) {}

    /** Finds components. */
    @GET
    @Allows(Action.READ)
    public Html list(@Auth Caller caller, @BeanParam SearchRequest request, @Context UriInfo uri) {
        return discover.page("component", request, uri, caller);
    }

    /** Shows one component. */
    @GET
    @Path("/{ref}")
    @Allows(Action.READ)
    public Html get(@Auth Caller caller, @PathParam("ref") String ref) {
        Component record = records.get(caller, ref);
        if (record.slug() != null && !ref.equals(record.slug())) throw new Moved("/components/" + record.slug());
        List<ServiceRef> about = record.services().stream()
                .map(code -> new ServiceRef(code, services.name(code)))
                .toList();
        return Html.of("components/component", new Shown(record, about, data(record)));
    }

    private static String data(Component record) {
        return Ld.of("SoftwareSourceCode")
                .with("name", record.name())
                .with("description", record.shortDescription())
                .with("identifier", record.id().toString())
                .with("url", "/components/" + record.slug())
                .with("codeRepository", record.repository())
                .with("license", record.licence())
                .organisation(
                        "maintainer",
                        record.organisation().name(),
                        "/organisations/" + record.organisation().slug())
                .json();
    }
}
