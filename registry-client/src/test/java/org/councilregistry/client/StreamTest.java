package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.councilregistry.client.FakeServer.json;

import java.util.Iterator;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.Test;

/** Lists without pages. */
class StreamTest {
    private static String event(long position) {
        return "{\"position\":" + position + ",\"id\":\"" + Samples.ID + "\",\"at\":\"2026-01-05T09:00:00Z\","
                + "\"type\":\"initiative.updated\",\"subject\":{\"type\":\"initiative\",\"id\":\"" + Samples.ID
                + "\",\"version\":1},\"hash\":\"00\"}";
    }

    private static String events(long next, boolean more, String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"next\":" + next + ",\"more\":" + more + "}";
    }

    @Test
    void pagesAreFetchedAsTheyAreAskedFor() {
        String one = Samples.initiative(1, "");
        try (FakeServer server = new FakeServer(
                json(200, Samples.page("a", one, one)),
                json(200, Samples.page("b", one)),
                json(200, Samples.page(null)))) {
            InitiativeQuery query =
                    server.client().initiatives().all().phase(Phase.LIVE).tag("waste & bins");
            assertThat(query.stream().findFirst()).isPresent();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void everyPageKeepsEveryFilter() {
        String one = Samples.initiative(1, "");
        try (FakeServer server =
                new FakeServer(json(200, Samples.page("a&b", one, one)), json(200, Samples.page(null, one)))) {
            assertThat(server.client().initiatives().all().phase(Phase.PUBLIC_BETA).tag("waste & bins").stream())
                    .hasSize(3);
            assertThat(server.requests().get(1).path())
                    .contains("phase=public-beta")
                    .contains("tag=waste%20%26%20bins")
                    .contains("cursor=a%26b");
        }
    }

    @Test
    void aServerThatRepeatsACursorIsLeftAfterOneRepeat() {
        String one = Samples.initiative(1, "");
        try (FakeServer server = new FakeServer(json(200, Samples.page("a", one)))) {
            assertThatThrownBy(
                            () -> server.client().initiatives().all().stream().toList())
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("same page again");
            assertThat(server.requests()).hasSize(2);
        }
        try (FakeServer server = new FakeServer(
                json(200, Samples.page("a", one)),
                json(200, Samples.page("b", one)),
                json(200, Samples.page("a", one)))) {
            assertThatThrownBy(() -> server.client().search().initiatives("bins").stream()
                            .toList())
                    .isInstanceOf(RegistryException.class);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void theFeedGoesOnWhereItWas() {
        try (FakeServer server =
                new FakeServer(json(200, events(3, true, event(2), event(3))), json(200, events(9, false, event(8))))) {
            assertThat(server.client().events().types("initiative").until(1))
                    .extracting(Event::position)
                    .containsExactly(2L, 3L, 8L);
            assertThat(server.requests().get(0).path()).contains("after=1").contains("types=initiative");
            assertThat(server.requests().get(1).path()).contains("after=3").contains("wait=0");
        }
    }

    @Test
    void theEndlessFeedWaitsForTheNextEvent() {
        try (FakeServer server = new FakeServer(
                json(200, events(4, false)), json(200, events(4, false)), json(200, events(5, false, event(5))))) {
            Iterator<Event> events = server.client().events().after(4).iterator();
            assertThat(events.next().position()).isEqualTo(5);
            assertThat(server.requests()).hasSize(3).allMatch(r -> r.path().contains("wait=20"));
        }
    }

    @Test
    void aFeedThatStandsStillIsLeft() {
        try (FakeServer server = new FakeServer(json(200, events(4, true)))) {
            assertThatThrownBy(
                            () -> server.client().events().until(4).iterator().hasNext())
                    .hasMessageContaining("same page again");
        }
    }
}
