package org.councilregistry.api.platform;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.QoSHandler;

/**
 * How many requests are answered at once; the others wait a moment, coordinators' before all others, and are then refused with
 * 503. Health is always answered, and who merely waits for news is not counted.
 */
public final class Crowd extends QoSHandler {
    private static final int WAITING = 1_000;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Predicate<String> coordinates;

    /**
     * Stands before this handler.
     *
     * @param atOnce how many are answered at once
     * @param coordinates whether an Authorization header was lately that of a coordinator
     */
    public Crowd(Handler behind, int atOnce, Predicate<String> coordinates) {
        super(behind);
        this.coordinates = coordinates;
        setMaxRequestCount(atOnce);
        setMaxSuspendedRequestCount(WAITING);
        setMaxSuspend(WAIT);
        setRejectStatusCode(HttpStatus.SERVICE_UNAVAILABLE_503);
        exclude(Crowd::uncounted);
    }

    private static boolean uncounted(Request request) {
        String path = request.getHttpURI().getPath();
        boolean admin =
                "admin".equals(request.getConnectionMetaData().getConnector().getName());
        if (admin || "/livez".equals(path) || "/readyz".equals(path)) return true;
        String query = request.getHttpURI().getQuery();
        return "/v1/events".equals(path) && query != null && query.contains("wait=");
    }

    @Override
    protected int getPriority(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header != null && coordinates.test(Objects.requireNonNull(header)) ? 1 : 0;
    }
}
