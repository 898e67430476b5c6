package org.councilregistry.api.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.QoSHandler;

/**
 * How many requests are answered at once; the others wait a moment and are then refused with 503. Health is always answered,
 * and so many who merely wait for news are not counted.
 */
public final class Crowd extends QoSHandler {
    private static final int WAITING = 1_000;
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int LISTENING = 100;
    private static final Pattern LISTENS = Pattern.compile("(.*&)?wait=[1-9][0-9]?(&.*)?");

    /**
     * Stands before this handler.
     *
     * @param atOnce how many are answered at once
     * @param apart whose requests are not counted either
     */
    public Crowd(Handler behind, int atOnce, Predicate<Request> apart) {
        super(behind);
        Semaphore listening = new Semaphore(LISTENING);
        setMaxRequestCount(atOnce);
        setMaxSuspendedRequestCount(WAITING);
        setMaxSuspend(WAIT);
        setRejectStatusCode(HttpStatus.SERVICE_UNAVAILABLE_503);
        exclude(request -> health(request) || apart.test(request) || listens(request, listening));
    }

    private static boolean health(Request request) {
        String path = request.getHttpURI().getPath();
        boolean admin =
                "admin".equals(request.getConnectionMetaData().getConnector().getName());
        return admin || "/livez".equals(path) || "/readyz".equals(path);
    }

    /** Whether the request waits for news, and is one of so many. */
    private static boolean listens(Request request, Semaphore listening) {
        String query = request.getHttpURI().getQuery();
        boolean asks = "/v1/events".equals(request.getHttpURI().getPath())
                && query != null
                && LISTENS.matcher(query).matches();
        if (!asks || !listening.tryAcquire()) return false;
        Request.addCompletionListener(request, failure -> listening.release());
        return true;
    }
}
