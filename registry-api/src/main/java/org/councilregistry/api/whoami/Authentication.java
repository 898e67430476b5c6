package org.councilregistry.api.whoami;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.councilregistry.api.limits.Guesses;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Callers;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** Finds out who calls. Every bad credential is answered alike; without one the caller is the public. */
@Priority(Priorities.AUTHENTICATION)
public final class Authentication implements ContainerRequestFilter {
    /** The header by which a person with several organisations says for which she acts. */
    public static final String ACTING_FOR = "Acting-For";

    private final Credentials credentials;
    private final Guesses guesses;
    /** By the whole credential; short-lived, so that one that was taken back stops within five seconds. */
    private final Cache<String, Rights> live = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(4))
            .build();

    /** Headers that were lately those of coordinators. */
    private final Cache<String, Boolean> coordinators = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Context
    @SuppressWarnings("NullAway.Init") // set by Jersey before the first request
    private HttpServletRequest servlet;

    /** Checks credentials here. */
    public Authentication(Credentials credentials, Guesses guesses) {
        this.credentials = credentials;
        this.guesses = guesses;
    }

    /** Whether an Authorization header was lately that of a coordinator. */
    public boolean coordinates(String header) {
        return coordinators.getIfPresent(header) != null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller.Request noted = Callers.of(request).request();
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            Callers.set(request, Caller.anonymous(noted));
            return;
        }
        String named = actingFor(request);
        Caller caller = rights(header, named).caller(named, noted);
        credentials.used(caller);
        if (caller.role() == Role.COORDINATOR) coordinators.put(header, true);
        Callers.set(request, caller);
    }

    private static @Nullable String actingFor(ContainerRequestContext request) {
        String named = request.getHeaderString(ACTING_FOR);
        return named == null || named.isBlank() ? null : named.strip();
    }

    private Rights rights(String header, @Nullable String named) {
        String token = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
        Rights known = live.getIfPresent(token);
        // whoever has just joined need not wait
        if (known != null && known.cover(named)) return known;
        Optional<Rights> found = credentials.rights(token);
        if (found.isEmpty()) {
            guesses.failed(servlet.getRemoteAddr());
            throw Credentials.refused();
        }
        live.put(token, found.get());
        return found.get();
    }
}
