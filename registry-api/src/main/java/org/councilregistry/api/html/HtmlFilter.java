package org.councilregistry.api.html;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Callers;
import org.councilregistry.api.platform.EntityFilter;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Requests;
import org.councilregistry.api.platform.Sha256;
import org.councilregistry.api.platform.WrittenBefore;
import org.councilregistry.api.platform.WrittenBefore.Written;
import org.councilregistry.schema.Problem;
import org.jspecify.annotations.Nullable;

/** Writes the pages that features answer, refusals among them, and says what a browser may do with them. */
@Priority(Priorities.USER)
public final class HtmlFilter implements ContainerResponseFilter {
    private static final Pattern SECRET = Pattern.compile("cr[ik]_");
    private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");
    /** Nothing of anybody else's, and no script or style that does not come as a file of ours. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Renderer renderer;
    private final Frame.Site site;

    /** Writes by this renderer, for this service. */
    public HtmlFilter(Renderer renderer, Frame.Site site) {
        this.renderer = renderer;
        this.site = site;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        Html page = page(request, response);
        if (page != null) write(page, request, response);
        moved(request, response);
        boolean html =
                response.getMediaType() != null && response.getMediaType().isCompatible(HTML);
        if (html) headers(request, response);
    }

    private static @Nullable Html page(ContainerRequestContext request, ContainerResponseContext response)
            throws IOException {
        if (response.getEntity() instanceof Html page) return page;
        MediaType type = response.getMediaType();
        boolean problem = type != null && type.getSubtype().equals("problem+json");
        boolean asked =
                LanguageFilter.ofPages(request.getUriInfo().getRequestUri().getPath());
        if (!problem || !asked || !(response.getEntity() instanceof byte[] body)) return null;
        Problem refused = Json.MAPPER.readValue(body, Problem.class);
        return new Html("html/problem", refused, response.getStatus(), false);
    }

    private void write(Html page, ContainerRequestContext request, ContainerResponseContext response) {
        Written written = written(page, request);
        response.setStatus(page.status());
        response.setEntity(written.body(), response.getEntityAnnotations(), HTML);
        if (page.status() != 200 || !Requests.reads(request.getMethod())) return;
        response.getHeaders().putSingle(HttpHeaders.ETAG, written.tag());
        if (EntityFilter.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), written.tag())) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    /** Pages as they were written for the public, by template, language and address. */
    private final WrittenBefore<String> before = new WrittenBefore<>(600, 4);

    private Written written(Html page, ContainerRequestContext request) {
        Frame frame = frame(request);
        Caller caller = Callers.of(request);
        if (!page.again() || caller.known()) return written(page, frame, caller);
        String reader = page.template() + " " + frame.in(frame.language());
        return before.of(page.model(), reader, () -> written(page, frame, caller));
    }

    private Written written(Html page, Frame frame, Caller caller) {
        byte[] body = renderer.write(page, frame, caller);
        return new Written(body, "\"" + Sha256.fingerprint(body) + "\"");
    }

    /** Who is sent on stays in her language. */
    private static void moved(ContainerRequestContext request, ContainerResponseContext response) {
        Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location == null || response.getStatus() != 308 || !LanguageFilter.ofPages(location.toString())) return;
        String prefix = LanguageFilter.of(request).prefix();
        response.getHeaders().putSingle(HttpHeaders.LOCATION, prefix + location);
    }

    /** What the page needs to know of its request. */
    public Frame frame(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        String query = address.getRawQuery();
        // links do not carry on a key or an invitation that somebody has put into an address
        boolean kept = query != null
                && Requests.reads(request.getMethod())
                && !SECRET.matcher(query).find();
        return new Frame(LanguageFilter.of(request), address.getRawPath() + (kept ? "?" + query : ""), site);
    }

    private static void headers(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        response.getHeaders().putSingle("Referrer-Policy", "same-origin");
        response.getHeaders()
                .putSingle(
                        HttpHeaders.CONTENT_LANGUAGE, LanguageFilter.of(request).code());
    }
}
