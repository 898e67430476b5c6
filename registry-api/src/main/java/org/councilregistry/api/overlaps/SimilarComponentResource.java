package org.councilregistry.api.overlaps;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Params;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ComponentMatch;
import org.councilregistry.schema.Page;

/** What looks like one component. */
@Path("/v1/components")
public final class SimilarComponentResource {
    private final SimilarComponents components;

    /** Compares by this. */
    public SimilarComponentResource(SimilarComponents components) {
        this.components = components;
    }

    /**
     * Lists components of other organisations that do the like of one, the most alike first.
     *
     * @param id the component's id
     * @param limit how many at most, 1 to 20
     */
    @GET
    @Path("/{id}/similar")
    @Allows(Action.READ)
    public Page<ComponentMatch> similarComponents(
            @Auth Caller caller, @PathParam("id") UUID id, @QueryParam("limit") @DefaultValue("10") int limit) {
        Params.limit(limit, 20, "components");
        return new Page<>(
                components.of(id, limit, caller).orElseThrow(() -> ProblemException.notFound("component")), null, null);
    }
}
