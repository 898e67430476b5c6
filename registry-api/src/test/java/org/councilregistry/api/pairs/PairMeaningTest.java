package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.draft;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Overlap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records are compared by what they mean now, whenever and wherever that was computed. */
class PairMeaningTest {
    private final PairCalls calls = new PairCalls(RunningRegistry.own());
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();

    @AfterEach
    void close() {
        calls.close();
    }

    private List<Overlap> pairs() {
        return calls.coordinator.overlaps().all().stream().toList();
    }

    /** Each line twice in other words. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("Report a missed bin", "Households say online that the crew did not empty their bin."),
            List.of("Tell us that your bin was not collected", "A web form for residents whose refuse was left."),
            List.of("Parking permits online", "Drivers apply for a resident parking permit without paper."),
            List.of(
                    "Digital permits for residents' cars",
                    "People who live in a controlled zone renew permits on the web."),
            List.of("Library self-service", "Readers borrow and return books at a kiosk by themselves."),
            List.of("Kiosks for borrowing books", "Self-service machines in branches issue loans to library users."),
            List.of("School admissions portal", "Parents apply for a school place and see the offer."),
            List.of(
                    "Apply for a school place",
                    "Families choose primary schools on the web and get their offer there."));

    private static void publishAll(RegistryClient editor, Council council, int from) {
        for (int i = from; i < ALIKE.size(); i += 2) {
            List<String> text = ALIKE.get(i);
            editor.initiatives().publish(council.organisation().slug(), "line" + i, draft(text.get(0), text.get(1)));
        }
    }

    @Test
    void twoNodesThatComputeMeaningsAtOnceMissNoPair() throws Exception {
        try (RunningRegistry second = calls.registry.beside()) {
            PairCalls.until(() -> second.wiring().comparable());
            RegistryClient there = RegistryClient.builder(second.address())
                    .apiKey(cardiff.key())
                    .build();
            ExecutorService both = Executors.newFixedThreadPool(2);
            Future<?> one = both.submit(() -> publishAll(leeds.editor(), leeds, 0));
            Future<?> two = both.submit(() -> publishAll(there, cardiff, 1));
            one.get();
            two.get();
            both.shutdown();
            // each node takes over twice a second what the other has computed
            PairCalls.until(() ->
                    calls.registry.wiring().comparable() && second.wiring().comparable());
            Thread.sleep(2_000);
            calls.settle();
            List<Overlap> found = pairs();
            assertThat(found).hasSizeGreaterThanOrEqualTo(ALIKE.size() / 2);
            calls.registry.wiring().overlapProjection().again();
            calls.settle();
            assertThat(pairs())
                    .usingRecursiveComparison()
                    .ignoringFields("lastSeenAt")
                    .isEqualTo(found);
        }
    }

    @Test
    void anEditIsComparedByItsNewMeaning() {
        Initiative here = calls.publish(
                leeds,
                "bins",
                draft("Report a missed bin", "Residents tell us that their bin was not collected and ring again."));
        calls.publish(
                cardiff,
                "bins",
                draft("Missed bin form", "Households say online that the crew did not empty their bin."));
        calls.settle();
        assertThat(pairs()).hasSize(1);
        for (int round = 0; round < 5; round++) {
            leeds.editor()
                    .initiatives()
                    .edit(
                            here.id(),
                            d -> d.withTitle("Choir rehearsal rooms")
                                    .withSummary("Singers book a hall.")
                                    .withProblem("Choirs cannot find a village hall for the evening."));
            calls.settle();
            assertThat(pairs()).isEmpty();
            leeds.editor()
                    .initiatives()
                    .edit(
                            here.id(),
                            d -> d.withTitle("Report a missed bin")
                                    .withSummary("Report a missed bin for everybody.")
                                    .withProblem("Residents tell us that their bin was not collected and ring again."));
            calls.settle();
            List<Overlap> found = pairs();
            assertThat(found).hasSize(1);
            calls.registry.wiring().overlapProjection().again();
            calls.settle();
            assertThat(pairs())
                    .usingRecursiveComparison()
                    .ignoringFields("lastSeenAt")
                    .isEqualTo(found);
        }
    }
}
