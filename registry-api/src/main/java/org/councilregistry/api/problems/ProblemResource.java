package org.councilregistry.api.problems;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ProblemPage;
import org.councilregistry.schema.ProblemPages;

/** What refusals mean. */
@Path("/v1/problems")
public final class ProblemResource {
    /** For those who ask for it; who takes anything gets JSON. */
    private static final String HTML = "text/html;charset=utf-8;qs=0.5";

    private final ProblemTexts texts = new ProblemTexts();

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
        ProblemPage page = found(slug);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p><code>%2$s</code>, status %3$d</p>
                <h2>Cause</h2>
                <p>%4$s</p>
                <h2>Cure</h2>
                <p>%5$s</p>
                <h2>Example</h2>
                <pre>%6$s</pre>
                </main>
                </body>
                </html>
                """.formatted(
                        escaped(page.title()),
                        page.slug(),
                        page.status(),
                        escaped(page.cause()),
                        escaped(page.cure()),
                        escaped(page.example()));
    }

    private ProblemPage found(String slug) {
        ProblemPage page = texts.find(slug);
        if (page == null) throw ProblemException.notFound("kind of problem");
        return page;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
