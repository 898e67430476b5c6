package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.about;
import static org.councilregistry.api.pairs.PairCalls.draft;
import static org.councilregistry.api.pairs.PairCalls.one;
import static org.councilregistry.api.pairs.PairCalls.pairsOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.client.Overlaps;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.MatchedInitiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapBandReport;
import org.councilregistry.schema.OverlapCheck;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.Role;
import org.councilregistry.schema.Visibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Lists, groups, counts and matches hold what was asked for, and nothing that the reader may not know of. */
class PairListTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();
    private final String word = "zl" + Long.toString(System.nanoTime(), 36);

    @AfterAll
    static void close() {
        calls.close();
    }

    private static Council inRegion(String region) {
        Organisation organisation = calls.registry
                .wiring()
                .organisations()
                .register(
                        Caller.system("test"),
                        OrganisationDraftBuilder.builder()
                                .name("Council of " + System.nanoTime())
                                .kind(OrganisationKind.COUNTY)
                                .region(region)
                                .build());
        String key = calls.registry.key(Role.EDITOR, organisation);
        return new Council(organisation, key, calls.client(key));
    }

    private Overlaps.Query ofLeeds() {
        return calls.coordinator
                .overlaps()
                .all()
                .organisation(leeds.organisation().slug());
    }

    @Test
    void aListIsNarrowedToARegionAndAKind() {
        Initiative here = calls.publish(leeds, word, about(word));
        calls.publish(inRegion("Wales " + word), word, about(word));
        calls.publish(inRegion("London " + word), word, about(word));
        calls.settle();
        assertThat(pairsOf(calls.coordinator, here)).hasSize(2);
        List<Overlap> welsh = ofLeeds().region("Wales " + word).stream().toList();
        assertThat(welsh).hasSize(1);
        assertThat(ofLeeds().kind(OrganisationKind.COUNTY).stream()).hasSize(2);
        assertThat(ofLeeds().kind(OrganisationKind.FIRE).stream()).isEmpty();
    }

    @Test
    void aListIsNarrowedToAServiceOfOneOfTheTwo() {
        String code = "7" + System.nanoTime() % 100_000;
        calls.registry
                .wiring()
                .serviceImport()
                .run(
                        ("LGSL,Description\n" + code + ",Service " + word + "\n").getBytes(StandardCharsets.UTF_8),
                        l -> {});
        calls.publish(leeds, word, about(word).withServices(List.of("lgsl:" + code)));
        calls.publish(leeds, word + "-2", about(word + "x"));
        Initiative there = calls.publish(cardiff, word, about(word));
        calls.publish(cardiff, word + "-2", about(word + "x"));
        calls.settle();
        assertThat(ofLeeds().stream()).hasSize(2);
        Overlap pair = one(calls.coordinator, there);
        assertThat(ofLeeds().service("lgsl:" + code).stream())
                .extracting(Overlap::id)
                .containsExactly(pair.id());
        assertThat(ofLeeds().service(code).clusters()).hasSize(1);
    }

    /** How many groups show this initiative. */
    private static long groups(RegistryClient reader, Initiative shown) {
        return reader.overlaps().all().clusters().stream()
                .filter(c -> c.initiatives().stream().map(MatchedInitiative::id).anyMatch(shown.id()::equals))
                .count();
    }

    @Test
    void worksThatHangTogetherByAHiddenOneAreNoGroup() {
        Council third = calls.council();
        Initiative here = calls.publish(leeds, word, about(word + "p"));
        Initiative there = calls.publish(third, word, about(word + "q"));
        String both = about(word + "p").problem() + " " + about(word + "q").problem();
        String title = about(word + "p").title() + " " + about(word + "q").title();
        calls.publish(cardiff, word, draft(title, both).withVisibility(Visibility.ORGANISATION));
        calls.settle();
        assertThat(groups(calls.coordinator, here)).isEqualTo(1);
        assertThat(groups(calls.coordinator, there)).isEqualTo(1);
        assertThat(groups(cardiff.editor(), here)).isEqualTo(1);
        assertThat(groups(leeds.editor(), here)).isZero();
        assertThat(groups(third.editor(), there)).isZero();
        assertThat(leeds.editor().overlaps().all().clusters()).isEmpty();
    }

    private static long open(RegistryClient reader) {
        return reader.overlaps().report().bands().stream()
                .mapToLong(OverlapBandReport::open)
                .sum();
    }

    @Test
    void noMatchReasonOrCountTellsOfAHiddenRecord() {
        OverlapCheck before = calls.anybody.overlaps().check(about(word));
        calls.publish(cardiff, word, about(word).withVisibility(Visibility.ORGANISATION));
        Published mine = leeds.editor()
                .initiatives()
                .publish(leeds.organisation().slug(), word, about(word).withVisibility(Visibility.SECTOR));
        calls.settle();
        assertThat(mine.matches()).isEmpty();
        assertThat(open(leeds.editor())).isZero();
        assertThat(open(cardiff.editor())).isEqualTo(1);
        OverlapCheck after = calls.anybody.overlaps().check(about(word));
        assertThat(after.matches()).isEmpty();
        assertThat(after.compared()).isEqualTo(before.compared());
        assertThat(leeds.editor().overlaps().similar(mine.initiative().id())).isEmpty();
        assertThat(leeds.editor().overlaps().check(about(word)).matches()).isEmpty();
        assertThat(leeds.editor().overlaps().check(about(word)).ownMatches()).isEqualTo(1);
        assertThat(cardiff.editor().overlaps().check(about(word)).matches()).hasSize(1);
    }
}
