package org.councilregistry.api.components;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.History;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.ComponentKind;
import org.councilregistry.schema.ComponentState;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Reason;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Components. */
@Path("/v1/components")
public final class ComponentResource {
    private final ComponentService service;
    private final ComponentDao dao;
    private final EventDao events;
    private final OrganisationLookup organisations;
    private final Cursor cursors;

    /** What the resource works with. */
    public record Parts(
            ComponentService service,
            ComponentDao dao,
            EventDao events,
            OrganisationLookup organisations,
            Cursor cursors) {}

    /** Reads by the Daos, writes by the service. */
    public ComponentResource(Parts parts) {
        this.service = parts.service();
        this.dao = parts.dao();
        this.events = parts.events();
        this.organisations = parts.organisations();
        this.cursors = parts.cursors();
    }

    /** By what a list of components is narrowed. */
    public static final class Filter {
        /** The owner: id, slug, {@code scheme:value} or name. */
        @QueryParam("organisation")
        @Nullable
        String organisation;

        /** What kind of thing. */
        @QueryParam("kind")
        @Nullable
        ComponentKind kind;

        /** A service that it is about, such as {@code lgsl:524}. */
        @QueryParam("service")
        @Nullable
        String service;

        /** The SPDX licence expression. */
        @QueryParam("licence")
        @Nullable
        String licence;

        /** Whether it is still recommended; listed and deprecated ones if absent. */
        @QueryParam("state")
        @Nullable
        ComponentState state;

        ComponentDao.Filter columns(OrganisationLookup organisations) {
            return new ComponentDao.Filter(
                    organisations.optional(organisation, "?organisation"),
                    kind,
                    service == null ? null : ServiceLookup.normal(service),
                    Licences.check(licence, "?licence"),
                    state);
        }
    }

    /** Lists components, the one registered first first. */
    @GET
    @Allows(Action.READ)
    public Page<Component> list(@Auth Caller caller, @BeanParam Filter filter, @BeanParam Paging paging) {
        ComponentDao.Filter columns = filter.columns(organisations);
        return paging.page(
                cursors,
                dao.list(columns, paging.afterId(cursors), paging.limit() + 1, caller),
                c -> c.id().toString(),
                () -> dao.count(columns, caller));
    }

    /** Registers a component. */
    @POST
    @Allows(Action.DRAFT)
    @Creates("/v1/components")
    public Component register(@Auth Caller caller, ComponentDraft draft) {
        return service.register(caller, draft);
    }

    /**
     * Reads one component. One that was public and is withdrawn answers with the reason (410).
     *
     * @param ref its id or slug
     */
    @GET
    @Path("/{ref}")
    @Allows(Action.READ)
    public Component get(@Auth Caller caller, @PathParam("ref") String ref) {
        Optional<UUID> id = Ids.parse(ref);
        return (id.isPresent() ? dao.find(id.get(), caller) : dao.findBySlug(ref, caller))
                .orElseThrow(() -> gone(ref, caller));
    }

    /**
     * Changes members of a component, its state among them.
     *
     * @param id its id
     * @param reason why, where a sector administrator changes another organisation's record
     */
    @PATCH
    @Path("/{id}")
    @Consumes(Bodies.MERGE_PATCH)
    @Allows(Action.DRAFT)
    public Component update(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @QueryParam("reason") @Nullable String reason,
            Patch patch) {
        return service.update(caller, new ComponentService.Ask(id, ifMatch, reason), patch);
    }

    /** Takes a component back, with the reason that its readers are told. */
    @POST
    @Path("/{id}/withdraw")
    @Allows(Action.PUBLISH)
    public Component withdraw(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Reason reason) {
        return service.withdraw(caller, new ComponentService.Ask(id, ifMatch, reason.reason()));
    }

    /**
     * Reads what has changed in the life of a component, member by member. Of more than 500 steps, or of very long ones,
     * these are the latest; the feed has all.
     *
     * @param ref its id or slug
     */
    @GET
    @Path("/{ref}/history")
    @Allows(Action.READ)
    public Page<Revision> history(@Auth Caller caller, @PathParam("ref") String ref) {
        return History.of(events, get(caller, ref).id(), caller);
    }

    private ProblemException gone(String ref, Caller caller) {
        return dao.withdrawn(Ids.parse(ref).orElse(null), ref, caller)
                .map(reason -> new ProblemException(
                        ProblemType.WITHDRAWN,
                        "The component was withdrawn" + (reason.isEmpty() ? "." : ": " + reason)))
                .orElseGet(() -> ProblemException.notFound("component"));
    }
}
