package org.councilregistry.api.site;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.search.Searcher;
import org.councilregistry.schema.FacetOption;
import org.councilregistry.schema.Hit;
import org.councilregistry.schema.SearchPage;

/** Home, and what is to be said about the registry itself. */
@Path("/")
@Produces("text/html;charset=utf-8")
public final class SitePages {
    private final Searcher searcher;

    /** Counts and lists by this. */
    public SitePages(Searcher searcher) {
        this.searcher = searcher;
    }

    /** The first page: how much there is, and the newest of it. */
    public record Home(long initiatives, long organisations, long components, List<Hit> newest) {}

    /** A page that is all text. */
    public record Text(String name) {}

    /** Welcomes, counts and shows the two doors: find, and ask. */
    @GET
    @Allows(Action.READ)
    public Html home(@Auth Caller caller) {
        SearchPage newest = searcher.newest("initiative", 5, caller);
        List<FacetOption> types = newest.facets().stream()
                .filter(f -> f.name().equals("type"))
                .flatMap(f -> f.options().stream())
                .toList();
        return Html.of(
                "site/home",
                new Home(
                        count(types, "initiative"),
                        count(types, "organisation"),
                        count(types, "component"),
                        newest.items()));
    }

    private static long count(List<FacetOption> types, String type) {
        return types.stream()
                .filter(t -> t.value().equals(type))
                .mapToLong(FacetOption::count)
                .sum();
    }

    /** Says how programs use the registry. */
    @GET
    @Path("developers")
    @Allows(Action.READ)
    public Html developers() {
        return Html.of("site/developers", new Text("developers"));
    }

    /** Says how accessible the pages are. */
    @GET
    @Path("accessibility")
    @Allows(Action.READ)
    public Html accessibility() {
        return Html.of("site/accessibility", new Text("accessibility"));
    }

    /** Says what becomes of what readers send. */
    @GET
    @Path("privacy")
    @Allows(Action.READ)
    public Html privacy() {
        return Html.of("site/privacy", new Text("privacy"));
    }
}
