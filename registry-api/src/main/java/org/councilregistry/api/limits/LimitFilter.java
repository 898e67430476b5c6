package org.councilregistry.api.limits;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Callers;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Requests;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;

/** Refuses whoever calls too often, and tells everybody how much is left to her. */
@Priority(Priorities.AUTHENTICATION + 1)
public final class LimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Set<String> HEALTH = Set.of("livez", "readyz");
    private static final Set<String> CHECKS = Set.of("v1/overlaps/check", "ask", "cy/ask");
    private static final String BUCKET = "limits.bucket";

    private final Limiter limiter;
    private final Limit anonymous;
    private final Limit key;
    private final Limit writes;
    private final Limit checks;
    private final Limit keyChecks;

    @Context
    @SuppressWarnings("NullAway.Init") // set by Jersey before the first request
    private HttpServletRequest servlet;

    /** Counts by this limiter, to these limits. */
    public LimitFilter(Limiter limiter, Limits limits) {
        this.limiter = limiter;
        anonymous = new Limit("address", limits.anonymous());
        key = new Limit("key", limits.key());
        writes = new Limit("writes", limits.writes(), limits.writesAtOnce());
        checks = new Limit("address-checks", limits.checks());
        keyChecks = new Limit("key-checks", limits.keyChecks());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (HEALTH.contains(path)) return;
        Bucket bucket = bucket(request, path);
        request.setProperty(BUCKET, bucket);
        if (!bucket.take(Limiter.now())) throw tooMany(bucket);
    }

    private Bucket bucket(ContainerRequestContext request, String path) {
        Caller caller = Callers.of(request);
        boolean post = request.getMethod().equals("POST");
        boolean check = post && CHECKS.contains(path);
        if (!caller.known()) {
            return limiter.bucket(check ? checks : anonymous, Sources.of(servlet.getRemoteAddr()));
        }
        boolean read = Requests.reads(request.getMethod());
        Limit limit = check ? keyChecks : read ? key : writes;
        return limiter.bucket(limit, caller.getName());
    }

    static ProblemException tooMany(Bucket bucket) {
        int seconds = Math.max(1, bucket.seconds(Limiter.now()));
        return new ProblemException(
                        ProblemType.RATE_LIMITED,
                        "More than " + bucket.limit().perMinute() + " such calls a minute are not taken. Go on in "
                                + seconds + (seconds == 1 ? " second." : " seconds."))
                .after(seconds);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(BUCKET) instanceof Bucket bucket)) return;
        Limit limit = bucket.limit();
        long now = Limiter.now();
        String name = "\"" + limit.name() + "\"";
        response.getHeaders().putSingle("RateLimit-Policy", name + ";q=" + limit.burst() + ";w=" + window(limit));
        response.getHeaders().putSingle("RateLimit", name + ";r=" + bucket.left(now) + ";t=" + bucket.seconds(now));
    }

    /** In how many seconds an empty bucket is full. */
    private static int window(Limit limit) {
        return (int) Math.ceil(limit.burst() / limit.perSecond());
    }

    /** Counts a publish that changed nothing as the read that it was. */
    public ContainerResponseFilter unchanged() {
        return new Unchanged(this);
    }

    /** Before the record is turned into the answer. */
    @Priority(Priorities.ENTITY_CODER + 1)
    private record Unchanged(LimitFilter limits) implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (!(response.getEntity() instanceof Published published)) return;
            if (published.outcome() != PublishOutcome.UNCHANGED) return;
            if (!(request.getProperty(BUCKET) instanceof Bucket written)) return;
            written.giveBack();
            Bucket read = limits.limiter.bucket(limits.key, Callers.of(request).getName());
            var unused = read.take(Limiter.now());
            request.setProperty(BUCKET, read);
        }
    }
}
