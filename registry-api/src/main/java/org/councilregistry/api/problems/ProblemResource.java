package org.councilregistry.api.problems;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.councilregistry.api.html.Frame;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.html.Language;
import org.councilregistry.api.html.Renderer;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ProblemPage;
import org.councilregistry.schema.ProblemPages;

/** What refusals mean. */
@Path("/v1/problems")
public final class ProblemResource {
    /** For those who ask for it; who takes anything gets JSON. */
    private static final String HTML = "text/html;charset=utf-8;qs=0.5";

    private static final Caller ANYBODY = Caller.anonymous(new Caller.Request("", null, null));

    private final ProblemTexts texts = new ProblemTexts();
    private final Renderer renderer;
    private final Frame.Site site;

    /** Shows pages by this renderer. */
    public ProblemResource(Renderer renderer, Frame.Site site) {
        this.renderer = renderer;
        this.site = site;
    }

    /** Lists every way in which the registry says no. */
    @GET
    @Allows(Action.READ)
    public ProblemPages list() {
        return texts.all();
    }

    /**
     * Explains one kind of problem: its cause, its cure and an example.
     *
     * @param slug the problem's word, such as {@code version-conflict}
     */
    @GET
    @Path("/{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @Allows(Action.READ)
    public ProblemPage get(@PathParam("slug") String slug) {
        return found(slug);
    }

    /**
     * Explains one kind of problem, for people.
     *
     * @param slug the problem's word, such as {@code version-conflict}
     */
    @GET
    @Path("/{slug}")
    @Produces(HTML)
    @Allows(Action.READ)
    public String page(@PathParam("slug") String slug) {
        Frame frame = new Frame(Language.ENGLISH, "/problems/" + slug, site);
        byte[] page = renderer.write(Html.of("problems/type", found(slug)), frame, ANYBODY);
        return new String(page, StandardCharsets.UTF_8);
    }

    private ProblemPage found(String slug) {
        ProblemPage page = texts.find(slug);
        if (page == null) throw ProblemException.notFound("kind of problem");
        return page;
    }
}
