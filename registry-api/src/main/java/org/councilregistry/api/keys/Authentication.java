package org.councilregistry.api.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.councilregistry.api.limits.Guesses;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Callers;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Finds out who calls. Every bad credential is answered alike; without one the caller is the public. */
@Priority(Priorities.AUTHENTICATION)
public final class Authentication implements ContainerRequestFilter {
    private final KeyDao dao;
    private final Secrets secrets;
    private final Guesses guesses;
    /** By the whole key, so that a hit costs no HMAC; short-lived, so that a revoked key stops within five seconds. */
    private final Cache<String, KeyDao.Live> live = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(4))
            .build();
    /** Which keys have been noted as used, so that a read does not write. */
    private final Cache<java.util.UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** Headers that were lately those of coordinators. */
    private final Cache<String, Boolean> coordinators = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Context
    @SuppressWarnings("NullAway.Init") // set by Jersey before the first request
    private HttpServletRequest servlet;

    /** Checks keys in this table, under this pepper. */
    public Authentication(KeyDao dao, Secrets secrets, Guesses guesses) {
        this.dao = dao;
        this.secrets = secrets;
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
        Callers.set(request, header == null ? Caller.anonymous(noted) : caller(header, noted));
    }

    private Caller caller(String header, Caller.Request request) {
        String token = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
        KeyDao.Live key = live.getIfPresent(token);
        if (key == null) {
            String source = servlet.getRemoteAddr();
            key = check(token).orElseThrow(() -> unauthenticated(source));
            live.put(token, key);
            if (key.role() == Role.COORDINATOR) coordinators.put(header, true);
        }
        KeyDao.Live used = key;
        var unused = noted.get(used.id(), this::note);
        return new Caller(
                key.id(),
                key.role(),
                key.organisation(),
                key.kind() == OrganisationKind.SUPPLIER,
                key.members(),
                request);
    }

    /** Notes that a key is used. Reads go on where the database can store nothing. */
    private @Nullable Boolean note(java.util.UUID key) {
        try {
            dao.used(key);
            return true;
        } catch (JdbiException e) {
            if (!Databases.cannotStore(e)) throw e;
            return null;
        }
    }

    private Optional<KeyDao.Live> check(String token) {
        @Nullable KeyText text = KeyText.parse(token).orElse(null);
        KeyText checked = text == null ? new KeyText("000000000000", "0".repeat(43)) : text;
        byte[] hash = secrets.mac("keys", checked.secretBytes());
        Optional<KeyDao.Live> found = dao.live(checked.hint());
        byte[] expected = found.map(KeyDao.Live::secretHash).orElse(new byte[hash.length]);
        return MessageDigest.isEqual(hash, expected) && text != null ? found : Optional.empty();
    }

    private ProblemException unauthenticated(String source) {
        guesses.failed(source);
        return new ProblemException(
                ProblemType.UNAUTHENTICATED,
                "The key is not accepted: it may be mistyped, expired or taken back. Send it as 'Authorization: Bearer"
                        + " crk_...'.");
    }
}
