package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.about;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database share the comparing: what either is told, both know, and no pair is lost or doubled. */
class PairNodesTest {
    private static final int RECORDS = 15;

    private static final PairCalls calls = new PairCalls();
    private static final RunningRegistry second = calls.registry.beside();

    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();

    @AfterAll
    static void close() {
        second.close();
        calls.close();
    }

    private static RegistryClient there(String key) {
        return RegistryClient.builder(second.address())
                .apiKey(key)
                .httpClient(new ValidatingHttpClient(HttpClient.newHttpClient()))
                .build();
    }

    private static List<Initiative> publish(RegistryClient editor, Council council) {
        List<Initiative> published = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String word = "node" + (char) ('a' + i);
            published.add(editor.initiatives()
                    .publish(council.organisation().slug(), word, about(word))
                    .initiative());
        }
        return published;
    }

    private static boolean finds(RegistryClient reader, Initiative record) {
        return reader.overlaps().check(about(String.valueOf(record.externalId())), 50, true).matches().stream()
                .anyMatch(match -> match.initiative().id().equals(record.id()));
    }

    private static long events(String type) {
        return calls.registry
                .wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select count(*) from events where type = :type")
                        .bind("type", type)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void whatEitherNodeIsToldBothKnowAndNoPairIsLostOrDoubled() throws Exception {
        PairCalls.until(() -> second.wiring().searchable());
        ExecutorService both = Executors.newFixedThreadPool(2);
        Future<List<Initiative>> here = both.submit(() -> publish(leeds.editor(), leeds));
        Future<List<Initiative>> away = both.submit(() -> publish(there(cardiff.key()), cardiff));
        List<Initiative> all = new ArrayList<>(here.get());
        all.addAll(away.get());
        both.shutdown();
        calls.settle();

        List<Overlap> pairs = calls.coordinator.overlaps().all().stream().toList();
        assertThat(pairs).hasSize(RECORDS);
        assertThat(pairs)
                .as("each with its like")
                .allMatch(pair -> pair.left().title().equals(pair.right().title()));
        assertThat(events("overlap.opened")).as("one for each owner").isEqualTo(2 * RECORDS);
        RegistryClient coordinator = there(calls.registry.key(Role.COORDINATOR, null));
        assertThat(coordinator.overlaps().all().stream()).isEqualTo(pairs);
        for (Initiative record : all) {
            PairCalls.until(() -> finds(calls.anybody, record) && finds(coordinator, record));
        }

        for (Initiative mine : here.get()) {
            there(leeds.key()).initiatives().withdraw(mine.id(), "Registered twice.");
        }
        calls.settle();
        assertThat(calls.coordinator.overlaps().all().stream()).isEmpty();
        assertThat(coordinator.overlaps().all().state(OverlapState.GONE).stream())
                .hasSize(RECORDS);
        for (Initiative mine : here.get()) {
            PairCalls.until(() -> !finds(calls.anybody, mine) && !finds(coordinator, mine));
        }
    }
}
