package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** Following what happens, from where one was. */
class FollowTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient client = Clients.of(registry, Role.EDITOR, council);

    private Initiative publish(String title) {
        return client.initiatives()
                .publish(council.slug(), title, Clients.draft(council, title))
                .initiative();
    }

    /** Events are final a moment after their cause. */
    private List<Event> eventsOf(Initiative initiative, long after, int wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<Event> found = new ArrayList<>();
        while (found.size() < wanted && System.nanoTime() < deadline) {
            found.clear();
            for (Event event : client.events().types("initiative").until(after)) {
                if (event.subject().id().equals(initiative.id())) found.add(event);
            }
        }
        return found;
    }

    @Test
    void theFeedUntilNowEndsAndIsInOrder() {
        Initiative first = publish("first");
        long after = eventsOf(first, 0, 1).get(0).position();
        Initiative second = publish("second");
        client.initiatives().edit(second.id(), d -> d.withTitle("Second"));
        List<Event> events = eventsOf(second, after, 2);
        assertThat(events).extracting(Event::type).containsExactly("initiative.published", "initiative.updated");
        assertThat(events).extracting(Event::position).isSorted().allMatch(position -> position > after);
        assertThat(eventsOf(first, after, 0)).isEmpty();
    }

    @Test
    void whoWaitsIsToldOfTheNextChange() throws Exception {
        long now = eventsOf(publish("before"), 0, 1).get(0).position();
        Iterator<Event> events = client.events().types("initiative").after(now).iterator();
        CompletableFuture<Event> next = CompletableFuture.supplyAsync(() -> {
            Event event = events.next();
            while (!council.id()
                    .equals(
                            event.organisation() == null
                                    ? null
                                    : event.organisation().id())) {
                event = events.next();
            }
            return event;
        });
        Initiative made = publish("after");
        assertThat(next.get(30, TimeUnit.SECONDS).subject().id()).isEqualTo(made.id());
    }
}
