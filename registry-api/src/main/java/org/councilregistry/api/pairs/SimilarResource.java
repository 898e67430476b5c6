package org.councilregistry.api.pairs;

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
import org.councilregistry.schema.Match;
import org.councilregistry.schema.Page;

/** What looks like one initiative. */
@Path("/v1/initiatives")
public final class SimilarResource {
    private final PairDao dao;

    /** Reads by this Dao. */
    public SimilarResource(PairDao dao) {
        this.dao = dao;
    }

    /**
     * Lists published work of other organisations that looks like an initiative, the most alike first.
     *
     * @param id the initiative's id
     * @param limit how many at most, 1 to 50
     */
    @GET
    @Path("/{id}/similar")
    @Allows(Action.READ)
    public Page<Match> similar(
            @Auth Caller caller, @PathParam("id") UUID id, @QueryParam("limit") @DefaultValue("10") int limit) {
        Params.limit(limit, 50, "initiatives");
        if (!dao.seen(id, caller)) throw ProblemException.notFound("initiative");
        return new Page<>(dao.similar(id, limit, caller), null, null);
    }
}
