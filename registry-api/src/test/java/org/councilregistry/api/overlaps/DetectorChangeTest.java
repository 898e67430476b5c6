package org.councilregistry.api.overlaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.overlaps.CheckCalls.draft;

import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.RegistryApplication;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A new detector or model: everything is read and compared again, and until then the answers are what they were. */
class DetectorChangeTest {
    private static final CheckCalls calls = new CheckCalls();
    private static final InitiativeDraft ASKED =
            draft("Graves on a map", "Families look up where a relative is buried in our cemetery.");

    @AfterAll
    static void close() {
        calls.close();
    }

    private static long number(String sql) {
        return calls.registry
                .wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    private static void restart(Detector detector) {
        calls.registry.restart(new RegistryApplication(() -> detector));
        Http http = new Http(calls.registry.address(), null);
        CheckCalls.until(() -> http.get("/readyz").status() == 200);
    }

    private static Detector another(String version) {
        Detector release = Detector.ofRelease();
        float[] centre = release.centre().clone();
        centre[0] += 0.01f;
        return new Detector(version, centre, release.rarity(), release.unseen(), release.full(), release.lexical());
    }

    private static List<Overlap> pairs() {
        return RegistryClient.builder(calls.registry.address())
                .apiKey(calls.registry.key(Role.AUDITOR, null))
                .build()
                .overlaps()
                .all()
                .stream()
                .toList();
    }

    private static void settle(String detector) {
        CheckCalls.until(() -> number("select count(distinct reading) from meanings") == 1
                && number("select (select count(*) from meaning_queue) + (select count(*) from overlap_queue)") == 0
                && number("select count(*) from overlap_pairs where detector <> '" + detector + "'") == 0);
    }

    @Test
    void anotherDetectorReadsAndComparesEverythingAgain() {
        Initiative mine = calls.publish(draft(
                "Cemetery records online", "Families look up where a relative is buried and which graves are free."));
        calls.publishElsewhere(
                draft("Burial records on the web", "Relatives look up online where somebody is buried in a cemetery."));
        CheckCalls.until(() -> number("select count(*) from overlap_pairs where state = 'open'") == 1);
        settle(Detector.ofRelease().version());
        List<Overlap> before = pairs();
        String reading = calls.registry
                .wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select max(reading) from meanings")
                        .mapTo(String.class)
                        .one());

        restart(another("other-1"));
        assertThat(calls.again().overlaps().check(ASKED).detector()).isEqualTo("other-1");
        assertThat(calls.again().overlaps().check(ASKED).matches())
                .extracting(m -> m.initiative().id())
                .contains(mine.id());
        assertThat(pairs())
                .extracting(Overlap::id)
                .containsExactly(before.get(0).id());

        settle("other-1");
        assertThat(number("select count(*) from meanings where reading = '" + reading + "'"))
                .isZero();
        assertThat(pairs())
                .extracting(Overlap::id)
                .containsExactly(before.get(0).id());
        assertThat(pairs()).extracting(Overlap::detector).containsExactly("other-1");

        calls.registry.wiring().databases().jdbi().useHandle(h -> h.execute("update meanings set model = 'older'"));
        restart(another("other-1"));
        CheckCalls.until(() -> number("select count(*) from meanings where model = 'older'") == 0);
        calls.settle();
        assertThat(calls.again().overlaps().check(ASKED).matches())
                .extracting(m -> m.initiative().id())
                .contains(mine.id());
    }
}
