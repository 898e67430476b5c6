package org.councilregistry.api.html;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;

/** Takes the language off an address: {@code /cy/initiatives} is the page {@code /initiatives} in Welsh. */
@PreMatching
@Priority(1)
public final class LanguageFilter implements ContainerRequestFilter {
    private static final String LANGUAGE = "language";

    @Override
    public void filter(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        String path = address.getRawPath();
        String prefix = Language.WELSH.prefix();
        if (!path.equals(prefix) && !path.startsWith(prefix + "/")) return;
        String rest = path.length() <= prefix.length() + 1 ? "/" : path.substring(prefix.length());
        if (!ofPages(rest)) return;
        request.setProperty(LANGUAGE, Language.WELSH);
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        request.setRequestUri(URI.create(request.getUriInfo().getBaseUri().resolve(rest) + query));
    }

    /** Whether a person, not a program, is expected at a path. */
    static boolean ofPages(String path) {
        return !path.matches("/(v1|openapi\\.\\w+|livez|readyz|assets)(/.*)?");
    }

    /** The language of a request. */
    static Language of(ContainerRequestContext request) {
        return request.getProperty(LANGUAGE) instanceof Language language ? language : Language.ENGLISH;
    }
}
