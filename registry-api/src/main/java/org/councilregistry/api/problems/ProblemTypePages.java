package org.councilregistry.api.problems;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;

/** What refusals mean, for people. */
@Path("/problems")
@Produces("text/html;charset=utf-8")
public final class ProblemTypePages {
    private final ProblemResource problems;

    /** Shows what the resource answers. */
    public ProblemTypePages(ProblemResource problems) {
        this.problems = problems;
    }

    /** Lists every way in which the registry says no. */
    @GET
    @Allows(Action.READ)
    public Html list() {
        return Html.of("problems/list", problems.list());
    }

    /** Explains one. */
    @GET
    @Path("/{slug}")
    @Allows(Action.READ)
    public Html get(@PathParam("slug") String slug) {
        return Html.of("problems/type", problems.get(slug));
    }
}
