package org.councilregistry.api.overlaps;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Params;
import org.councilregistry.api.platform.Partial;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.OverlapCheck;

/** Overlap with the work of others. */
@Path("/v1/overlaps")
public final class OverlapResource {
    private final OverlapChecker checker;

    /** Compares by this. */
    public OverlapResource(OverlapChecker checker) {
        this.checker = checker;
    }

    /**
     * Says who already does the same as a draft: any part of an initiative, at least a title, a summary or a problem. Open
     * to everybody, and nothing of the draft is kept.
     *
     * @param limit how many matches at most, 1 to 50
     * @param includeOwn whether to show one's own organisation's work, too
     */
    @POST
    @Path("/check")
    @Allows(Action.READ)
    public OverlapCheck check(
            @Auth Caller caller,
            @QueryParam("limit") @DefaultValue("10") int limit,
            @QueryParam("includeOwn") @DefaultValue("false") boolean includeOwn,
            @Partial InitiativeDraft draft) {
        Params.limit(limit, 50, "matches");
        return checker.check(caller, draft, limit, includeOwn);
    }
}
