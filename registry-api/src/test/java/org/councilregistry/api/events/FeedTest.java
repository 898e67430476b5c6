package org.councilregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.junit.jupiter.api.Test;

/** The change feed: nobody misses an event, nobody meets one twice. */
class FeedTest {
    private static final int WRITERS = 16;
    private static final int WRITES = 12;

    @Test
    void slowOverlappingTransactionsLoseNoEvent() throws Exception {
        try (RunningRegistry registry = RunningRegistry.byWordsAlone()) {
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) running.add(writers.submit(() -> write(registry)));
            Http reader = new Http(registry.address(), null);
            List<Long> positions = new ArrayList<>();
            Set<String> subjects = new HashSet<>();
            long after = 0;
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (subjects.size() < WRITERS * WRITES && System.nanoTime() < deadline) {
                JsonNode page = reader.get("/v1/events?wait=1&limit=7&types=organisation.created&after=" + after)
                        .json();
                for (JsonNode event : page.path("items")) {
                    positions.add(event.path("position").asLong());
                    assertThat(subjects.add(event.path("subject").path("id").asText()))
                            .as("no event comes twice")
                            .isTrue();
                }
                after = page.path("next").asLong();
            }
            for (Future<?> writer : running) writer.get();
            writers.shutdown();
            assertThat(subjects).hasSize(WRITERS * WRITES);
            assertThat(positions).isSorted().doesNotHaveDuplicates();
            assertThat(new AuditCheck(registry.wiring().databases()).run().fault())
                    .isNull();
        }
    }

    /** Takes the event's number early and commits late, as a long import would. */
    private static void write(RunningRegistry registry) {
        for (int i = 0; i < WRITES; i++) {
            registry.wiring().databases().inTransaction(tx -> {
                Organisation made = registry.wiring()
                        .organisations()
                        .register(
                                tx,
                                Caller.system("test"),
                                OrganisationDraftBuilder.builder()
                                        .name("Slow "
                                                + ThreadLocalRandom.current().nextLong())
                                        .kind(OrganisationKind.OTHER)
                                        .build());
                tx.execute("select pg_sleep(" + ThreadLocalRandom.current().nextDouble(0.03) + ")");
                return made;
            });
        }
    }

    @Test
    void aReaderMayWaitForTheNextEvent() {
        RunningRegistry registry = RunningRegistry.shared();
        Http reader = new Http(registry.address(), null);
        long head = reader.get("/v1/events?limit=1&after=999999999")
                .json()
                .path("next")
                .asLong();
        Thread writer = new Thread(registry::council);
        writer.start();
        JsonNode page = reader.get("/v1/events?wait=20&after=" + head).json();
        assertThat(page.path("items")).isNotEmpty();
        assertThat(page.path("items").get(0).path("position").asLong()).isGreaterThan(head);
    }

    @Test
    void whoWaitsIsAnsweredWhenTheServiceStops() throws Exception {
        try (RunningRegistry registry = RunningRegistry.byWordsAlone()) {
            registry.council();
            Http reader = new Http(registry.address(), null);
            Eventually.until(
                    Duration.ofSeconds(10),
                    () -> reader.get("/v1/events").json().path("next").asLong() == 1);
            CompletableFuture<Http.Answer> waiting =
                    CompletableFuture.supplyAsync(() -> reader.get("/v1/events?wait=20&after=1"));
            Eventually.until(Duration.ofSeconds(10), FeedTest::somebodyWaits);
            registry.stop();
            assertThat(waiting.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    private static boolean somebodyWaits() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(Sealer.class.getName())
                        && frame.getMethodName().equals("listen"));
    }

    @Test
    void theFeedCanBeNarrowedToANoun() {
        RunningRegistry registry = RunningRegistry.shared();
        registry.council();
        Http reader = new Http(registry.address(), null);
        JsonNode page =
                reader.get("/v1/events?wait=5&limit=50&types=organisation").json();
        assertThat(page.path("items"))
                .isNotEmpty()
                .allMatch(e -> e.path("type").asText().startsWith("organisation."));
    }
}
