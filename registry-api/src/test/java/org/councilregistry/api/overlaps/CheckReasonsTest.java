package org.councilregistry.api.overlaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.overlaps.CheckCalls.draft;

import java.util.List;
import org.councilregistry.schema.Highlight;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Mark;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.ReasonKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Why two pieces of work are alike: the sentences that say the same, and the words that both use, marked in both. */
class CheckReasonsTest {
    private static final CheckCalls calls = new CheckCalls();
    private static final Initiative BINS = calls.publish(draft(
                    "In-cab software for refuse crews",
                    "Drivers see the round on a tablet. Crews record which wheelie bins were not put out.")
            .withProblem("Households ring us because nobody knows why their bin was left.")
            .withSystems(List.of("Bartec Collective")));

    @AfterAll
    static void close() {
        calls.close();
    }

    private static List<String> marked(List<Highlight> highlights, String field) {
        return highlights.stream()
                .filter(h -> h.field().equals(field))
                .flatMap(h -> h.marks().stream().map(m -> cut(h.text(), m)))
                .toList();
    }

    private static String cut(String text, Mark mark) {
        return text.substring(mark.from(), mark.to());
    }

    @Test
    void theNearestSentencesOfBothAreQuotedAsTheyWereWritten() {
        calls.settle();
        InitiativeDraft asked = draft(
                "Online answers for missed collections",
                "Residents look up their street. The lorry's tablet tells us which containers were absent.");
        Match match = calls.match(asked, BINS);
        MatchReason nearest = match.reasons().stream()
                .filter(r -> r.kind() == ReasonKind.MEANING && r.terms().size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(asked.title() + " " + asked.summary())
                .contains(nearest.terms().get(0));
        assertThat(BINS.title() + " " + BINS.summary() + " " + BINS.problem())
                .contains(nearest.terms().get(1));
        assertThat(nearest.text())
                .contains(
                        "nearest sentences",
                        nearest.terms().get(0),
                        nearest.terms().get(1));
    }

    @Test
    void aSentenceThatBothSayIsQuotedOnce() {
        calls.settle();
        Match match = calls.match(
                draft("Tablets in lorries", "Crews record which wheelie bins were not put out. Managers like it."),
                BINS);
        assertThat(match.reasons())
                .extracting(MatchReason::text)
                .contains("Both say \u201cCrews record which wheelie bins were not put out\u201d.");
    }

    @Test
    void wordsThatBothUseAreMarkedInBoth() {
        Match match = calls.match(
                draft("Software for crews", "A tablet shows the round.").withProblem("A wheelie bin was left."), BINS);
        assertThat(marked(match.highlights(), "title")).contains("crews");
        assertThat(marked(match.highlights(), "summary")).contains("round", "tablet");
        assertThat(marked(match.draftHighlights(), "summary")).contains("round", "tablet");
        assertThat(marked(match.draftHighlights(), "problem")).contains("wheelie");
        assertThat(match.highlights()).extracting(Highlight::text).noneMatch(text -> text.contains("<"));
    }

    @Test
    void aSystemThatBothUseIsAReason() {
        Match match = calls.match(
                draft("Where the lorry is", "Citizens follow collection vehicles.")
                        .withSystems(List.of("bartec collective")),
                BINS);
        assertThat(match.reasons())
                .extracting(MatchReason::text)
                .contains("Same system: \u201cbartec collective\u201d.");
    }

    @Test
    void noReasonNamesAShare() {
        for (Match match : calls.check(draft("Report a missed bin", "Residents say that their bin was left."))) {
            assertThat(match.reasons()).hasSizeBetween(0, 4);
            assertThat(match.reasons()).extracting(MatchReason::text).noneMatch(text -> text.contains("%"));
        }
    }
}
