package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.about;

import java.util.List;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Decision;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pairs are derived: made again, they are the same, and nobody is told twice. */
class PairReplayTest {
    private final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();

    @AfterEach
    void close() {
        calls.close();
    }

    private List<Overlap> pairs(OverlapState state) {
        RegistryClient auditor = calls.client(calls.registry.key(Role.AUDITOR, null));
        return auditor.overlaps().all().state(state).stream().toList();
    }

    private long events() {
        return number("select count(*) from events where subject_type = 'overlap'");
    }

    private long number(String sql) {
        return calls.registry
                .wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    private void execute(String sql) {
        calls.registry.owner().useTransaction(h -> {
            h.execute("set local session_replication_role = replica");
            h.execute(sql);
        });
    }

    private void unchanged(List<Overlap> open, List<Overlap> decided, long events) {
        calls.settle();
        assertThat(pairs(OverlapState.OPEN))
                .usingRecursiveComparison()
                .ignoringFields("lastSeenAt")
                .isEqualTo(open);
        assertThat(pairs(OverlapState.DECIDED))
                .usingRecursiveComparison()
                .ignoringFields("lastSeenAt")
                .isEqualTo(decided);
        assertThat(events()).isEqualTo(events);
    }

    private void restart() {
        calls.registry.restart();
        PairCalls.until(() -> calls.registry.wiring().searchable());
    }

    @Test
    void replayReindexAndARestoredDatabaseGiveTheSamePairsAndTellNobody() {
        for (String word : List.of("zebra", "quartz")) {
            calls.publish(leeds, word, about(word));
            calls.publish(cardiff, word, about(word));
        }
        calls.settle();
        List<Overlap> both = pairs(OverlapState.OPEN);
        assertThat(both).hasSize(2);
        calls.coordinator.overlaps().decide(both.get(0).id(), new OverlapDecision(Decision.DIFFERENT, "Other people."));
        calls.settle();
        List<Overlap> open = pairs(OverlapState.OPEN);
        List<Overlap> decided = pairs(OverlapState.DECIDED);
        long events = events();
        assertThat(calls.registry.wiring().overlapProjection().again()).isEqualTo(4);
        unchanged(open, decided, events);
        execute("update projections set position = 1, hash = (select hash from event_seals where position = 1)");
        restart();
        unchanged(open, decided, events);
        execute("update projections set hash = decode('00', 'hex')");
        restart();
        unchanged(open, decided, events);
    }

    @Test
    void newRulesRaiseWhatWasDifferentAndSayWhy() {
        calls.publish(leeds, "onyx", about("onyx"));
        calls.publish(cardiff, "onyx", about("onyx"));
        calls.settle();
        Overlap pair = pairs(OverlapState.OPEN).get(0);
        calls.coordinator.overlaps().decide(pair.id(), new OverlapDecision(Decision.DIFFERENT, "Other people."));
        execute("update overlap_pairs set detector = 'lexical-0'");
        calls.registry.wiring().overlapProjection().again();
        calls.settle();
        assertThat(pairs(OverlapState.OPEN)).extracting(Overlap::id).containsExactly(pair.id());
        assertThat(number("select count(*) from events where type = 'overlap.opened' and reason like 'New rules (%'"))
                .as("one for each owner")
                .isEqualTo(2);
    }

    @Test
    void aPairThatIsNoLongerAlikeIsGone() {
        var mine = calls.publish(leeds, "opal", about("opal"));
        calls.publish(cardiff, "opal", about("opal"));
        calls.settle();
        Overlap pair = pairs(OverlapState.OPEN).get(0);
        leeds.editor()
                .initiatives()
                .edit(
                        mine.id(),
                        d -> d.withTitle("Choirs")
                                .withSummary("Singers book a hall.")
                                .withProblem(null));
        calls.settle();
        Overlap gone = pairs(OverlapState.GONE).get(0);
        assertThat(gone.id()).isEqualTo(pair.id());
        assertThat(gone.reasons()).isEmpty();
        assertThat(calls.events(cardiff.key(), pair.id())).containsExactly("overlap.opened", "overlap.gone");
    }
}
