package org.councilregistry.api.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.Embedder;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.meanings.MeaningIndex;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The score: the same in both directions, of the two texts alone, and what a person would expect of it. */
class OverlapScoreTest {
    private static final Detector DETECTOR = Detector.ofRelease();
    private static final Embedder MODEL = Embedder.open().orElseThrow();
    private static final KindsOfWork KINDS = new KindsOfWork();
    private static final MeaningIndex INDEX = new MeaningIndex(DETECTOR.centre());
    private static final OverlapScore SCORE = new OverlapScore(DETECTOR);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static ComparedText text(String title, String summary) {
        return ComparedText.of(title, summary, null, List.of(), Arrays.asList());
    }

    private static Profile profile(String title, String summary) {
        ComparedText text = text(title, summary);
        return new Profile(
                WordWeights.of(text, DETECTOR),
                INDEX.known(MODEL.of(text.whole()).whole(), KINDS),
                Profile.Place.USUAL,
                Facts.NONE);
    }

    private static final Profile BINS =
            profile("Report a missed bin", "Residents tell us online that their bin was not collected.");
    private static final Profile CREWS = profile(
            "Tablets in refuse lorries",
            "Crews note from the cab which wheelie containers were not put out, and households see why theirs was left.");
    private static final Profile CHOIR =
            profile("Choir rehearsal rooms", "Singers book a village hall for the evening.");

    @Test
    void theScoreIsTheSameInBothDirections() {
        assertThat(SCORE.of(BINS, CREWS)).isEqualTo(SCORE.of(CREWS, BINS));
        assertThat(SCORE.of(BINS, CHOIR)).isEqualTo(SCORE.of(CHOIR, BINS));
    }

    @Test
    void theSameAgainScoresTheSame() {
        Profile again = profile("Report a missed bin", "Residents tell us online that their bin was not collected.");
        assertThat(SCORE.of(again, CREWS)).isEqualTo(SCORE.of(BINS, CREWS));
    }

    @Test
    void meaningIsFoundWhereHardlyAWordIsShared() {
        assertThat(SCORE.band(SCORE.of(BINS, CREWS), true)).isIn(Band.SAME, Band.CLOSE, Band.RELATED);
        assertThat(SCORE.band(SCORE.of(BINS, CHOIR), true)).isNull();
        assertThat(SCORE.of(BINS, CREWS)).isGreaterThan(SCORE.of(BINS, CHOIR));
    }

    @Test
    void oneDigitMakesNoDifferenceToTheScore() {
        Profile one = profile("Smart gullies phase 1", "Sensors tell when a road drain is full.");
        Profile two = profile("Smart gullies phase 2", "Sensors tell when a road drain is full.");
        assertThat(SCORE.band(SCORE.of(one, two), true)).isEqualTo(Band.SAME);
    }

    @Test
    void withoutMeaningsWordsAloneDecide() {
        Profile words = new Profile(BINS.words(), null, BINS.place(), BINS.facts());
        Profile same = new Profile(BINS.words(), null, BINS.place(), BINS.facts());
        assertThat(SCORE.band(SCORE.of(words, same), false)).isEqualTo(Band.SAME);
        assertThat(SCORE.of(words, CHOIR)).isEqualTo(SCORE.of(CHOIR, words));
    }

    @Test
    void theReasonsNameKindOfWorkAndSharedWordsAndNoFigures() {
        ComparedText one = text("Report a missed bin", "Residents tell us online that their bin was not collected.");
        ComparedText two = text("Missed bin form", "A web form for households whose refuse was not emptied.");
        List<MatchReason> reasons = new Reasons(DETECTOR, KINDS, new Plain())
                .of(
                        new Reasons.Side(one, BINS, List.of()),
                        new Reasons.Side(two, profile("Missed bin form", String.valueOf(two.summary())), List.of()));
        assertThat(reasons).extracting(MatchReason::text).anyMatch(text -> text.contains("missed bin"));
        assertThat(reasons).extracting(MatchReason::text).anyMatch(text -> text.contains("Reporting a missed bin"));
        assertThat(reasons).extracting(MatchReason::text).noneMatch(text -> text.matches(".*[0-9%].*"));
    }

    @Test
    void whatBothNameCountsInBothDirectionsAndIsAReason() {
        UUID heir = UUID.randomUUID();
        Facts facts = new Facts(
                Set.of("lgsl:524"), Set.of(), Set.of("bartec"), Set.of(), Set.of(), Phase.DISCOVERY, ties(heir));
        Facts others =
                new Facts(Set.of("lgsl:524"), Set.of(), Set.of("bartec"), Set.of(), Set.of(), Phase.ALPHA, ties(heir));
        Profile one = new Profile(BINS.words(), BINS.known(), BINS.place(), facts);
        Profile other = new Profile(CHOIR.words(), CHOIR.known(), CHOIR.place(), others);
        assertThat(SCORE.of(one, other)).isEqualTo(SCORE.of(other, one)).isGreaterThan(SCORE.of(BINS, CHOIR));
        List<MatchReason> reasons = new Reasons(DETECTOR, KINDS, new Plain())
                .of(
                        new Reasons.Side(text("Report a missed bin", "A form."), one, List.of()),
                        new Reasons.Side(text("Choir rehearsal rooms", "A hall."), other, List.of()));
        assertThat(reasons)
                .extracting(MatchReason::text)
                .containsExactly(
                        "Same service: “lgsl:524”.",
                        "Same system: “bartec”.",
                        "Both owners are followed by “the new council”.",
                        "Neither has been built yet.");
    }

    @Test
    void oneSourceForBothIsTheSameWorkWhateverIsSaidOfIt() {
        Facts facts = new Facts(
                Set.of(), Set.of(), Set.of(), Set.of("github.com/a/b"), Set.of(), Phase.LIVE, Facts.NONE.ties());
        Profile one = new Profile(BINS.words(), BINS.known(), BINS.place(), facts);
        Profile other = new Profile(CHOIR.words(), CHOIR.known(), CHOIR.place(), facts);
        assertThat(SCORE.band(SCORE.of(one, other), true)).isEqualTo(Band.SAME);
    }

    private static Facts.Ties ties(UUID heir) {
        return new Facts.Ties(List.of(), List.of(heir));
    }

    /** Calls everything by its code. */
    private static final class Plain implements Reasons.Names {
        @Override
        public String service(String code) {
            return code;
        }

        @Override
        public String organisation(UUID id) {
            return "the new council";
        }
    }
}
