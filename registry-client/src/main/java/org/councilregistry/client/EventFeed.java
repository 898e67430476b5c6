package org.councilregistry.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.client.internal.Pages;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Events;

/** The change feed: everything that changed, in the order in which it became final; nothing is missed or repeated. */
public final class EventFeed {
    private static final int WAIT = 20;

    private final Http http;
    private final String types;

    EventFeed(Http http, String types) {
        this.http = http;
        this.types = types;
    }

    /** Only these: event types such as {@code initiative.updated}, or nouns. */
    public EventFeed types(String... wanted) {
        return new EventFeed(http, String.join(",", wanted));
    }

    /** One stretch of the feed behind a position; waits so many seconds for an event if there is none, 20 at most. */
    public Events read(long after, int limit, int waitSeconds) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("limit", limit);
        parameters.put("wait", waitSeconds);
        if (!types.isEmpty()) parameters.put("types", types);
        Call call = Call.get(Call.path("/v1/events", parameters)).waiting(Duration.ofSeconds(waitSeconds));
        return http.send(call, ClientJson.type(Events.class));
    }

    /** All events behind a position, and then each as it happens: the loop over it does not end by itself. */
    public Iterable<Event> after(long position) {
        return () -> new Following(position, true);
    }

    /** All events behind a position that there are now. */
    public Iterable<Event> until(long position) {
        return () -> new Following(position, false);
    }

    private final class Following implements Iterator<Event> {
        private final boolean endless;
        private final Deque<Event> ready = new ArrayDeque<>();
        private long position;
        private boolean ended;

        Following(long position, boolean endless) {
            this.position = position;
            this.endless = endless;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                Events stretch = read(position, 500, endless ? WAIT : 0);
                if (stretch.more() && stretch.next() <= position) throw Pages.repeated();
                ready.addAll(stretch.items());
                position = stretch.next();
                ended = !endless && !stretch.more();
            }
            return !ready.isEmpty();
        }

        @Override
        public Event next() {
            if (!hasNext()) throw new NoSuchElementException();
            return ready.remove();
        }
    }
}
