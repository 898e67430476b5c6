package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Overlap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pair that one of the two proposes is a pair, whichever of them is compared, and when. */
class PairOrderTest {
    /** More than either side proposes by words. */
    private static final int CROWD = 55;

    private final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();

    @AfterEach
    void close() {
        calls.close();
    }

    /** Work of Leeds in a crowd of its own that is more like it than what Cardiff does. */
    private Initiative crowded() {
        InitiativeDraft draft = PairCalls.about("topaz");
        InitiativeDraft fuller = draft.withProblem(draft.problem() + " topazm topazn");
        Initiative first = calls.publish(leeds, "first", fuller);
        for (int i = 0; i < CROWD; i++) {
            calls.publish(leeds, "more" + i, fuller.withProblem(fuller.problem() + " filler" + i));
        }
        return first;
    }

    private void compare(UUID... ids) {
        for (UUID id : ids) {
            calls.registry
                    .wiring()
                    .databases()
                    .jdbi()
                    .useHandle(h -> h.execute(
                            "insert into overlap_queue (initiative_id, position) values (?, 0) on conflict do nothing",
                            id));
            calls.settle();
        }
    }

    private void forget() {
        calls.registry.wiring().databases().jdbi().useHandle(h -> h.execute("delete from overlap_pairs"));
    }

    private List<Overlap> pairs() {
        return calls.coordinator.overlaps().all().stream().toList();
    }

    private boolean paired(Initiative one) {
        return pairs().stream()
                .anyMatch(p -> p.left().id().equals(one.id()) || p.right().id().equals(one.id()));
    }

    @Test
    void theOrderOfComparisonDoesNotMatter() {
        Initiative here = crowded();
        calls.settle();
        Initiative there = calls.publish(cardiff, "one", PairCalls.about("topaz"));
        calls.settle();
        List<Overlap> found = pairs();
        assertThat(paired(here)).isTrue();

        compare(here.id());
        compare(there.id(), here.id());
        assertThat(calls.registry.wiring().overlapProjection().again()).isEqualTo(CROWD + 2);
        calls.settle();
        assertThat(pairs())
                .usingRecursiveComparison()
                .ignoringFields("lastSeenAt")
                .isEqualTo(found);

        forget();
        compare(here.id());
        assertThat(pairs()).as("what the crowded one proposes by itself").isEmpty();
        compare(there.id());
        assertThat(paired(here)).isTrue();
    }
}
