package org.councilregistry.api.search;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.SearchPage;
import org.councilregistry.schema.Suggestions;

/** Ranked search. */
@Path("/v1/search")
public final class SearchResource {
    private final Searcher searcher;

    /** Searches by this. */
    public SearchResource(Searcher searcher) {
        this.searcher = searcher;
    }

    /** Finds initiatives, components and organisations by their words, best first, with facets to narrow the search. */
    @GET
    @Allows(Action.READ)
    public SearchPage search(@Auth Caller caller, @BeanParam SearchRequest request) {
        return searcher.search(request, caller);
    }

    /**
     * Completes what is being typed.
     *
     * @param q the beginning of a title or name
     */
    @GET
    @Path("/suggest")
    @Allows(Action.READ)
    public Suggestions suggest(@Auth Caller caller, @QueryParam("q") @DefaultValue("") String q) {
        return searcher.suggest(q.length() > 100 ? q.substring(0, 100) : q, caller);
    }
}
