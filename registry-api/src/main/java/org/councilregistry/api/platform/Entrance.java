package org.councilregistry.api.platform;

import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Puts before the server what every request meets first, and lets connections go soon that idle when it stops. */
public final class Entrance implements LifeCycle.Listener {
    private static final int AT_ONCE = 64;
    private static final Duration BODY_DEADLINE = Duration.ofSeconds(15);
    /** A request may be on its way when the server begins to stop. */
    private static final Duration IDLE_AT_THE_END = Duration.ofMillis(200);

    private final Predicate<String> coordinates;

    /** Coordinators, known by their Authorization header, have places of their own. */
    public Entrance(Predicate<String> coordinates) {
        this.coordinates = coordinates;
    }

    @Override
    public void lifeCycleStarting(LifeCycle starting) {
        if (!(starting instanceof Server server)) return;
        server.setHandler(new Front(new Crowd(server.getHandler(), AT_ONCE, coordinates), BODY_DEADLINE));
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector ours) ours.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
        }
    }
}
