package org.councilregistry.api.platform;

import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Puts before the server what every request meets first, and lets connections go soon that idle when it stops. */
public final class Entrance implements LifeCycle.Listener {
    private static final int AT_ONCE = 64;
    /** Of these, for coordinators alone. */
    private static final int RESERVED = 8;

    private static final Duration BODY_DEADLINE = Duration.ofSeconds(15);
    private static final Duration TO_TAKE = Duration.ofSeconds(10);
    /** A request may be on its way when the server begins to stop. */
    private static final Duration IDLE_AT_THE_END = Duration.ofMillis(200);

    private final Proxies proxies;
    private final Predicate<String> coordinates;
    private final Runnable closing;

    /**
     * Behind so many proxies.
     *
     * @param coordinates knows coordinators, who have places of their own, by their Authorization header
     * @param closing is told when the server begins to stop
     */
    public Entrance(int proxies, Predicate<String> coordinates, Runnable closing) {
        this.proxies = new Proxies(proxies);
        this.coordinates = coordinates;
        this.closing = closing;
    }

    @Override
    public void lifeCycleStarting(LifeCycle starting) {
        if (!(starting instanceof Server server)) return;
        Crowd all = new Crowd(server.getHandler(), AT_ONCE, request -> false);
        Crowd others = new Crowd(all, AT_ONCE - RESERVED, this::coordinates);
        server.setHandler(new Front(new Outflow(others, TO_TAKE), BODY_DEADLINE));
        server.getContainedBeans(HttpConfiguration.class).forEach(http -> http.addCustomizer(proxies));
        server.getContainedBeans(AbstractConnector.class)
                .forEach(connector -> connector.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis()));
    }

    private boolean coordinates(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header != null && coordinates.test(header);
    }

    @Override
    public void lifeCycleStopping(LifeCycle stopping) {
        if (stopping instanceof Server) closing.run();
    }
}
