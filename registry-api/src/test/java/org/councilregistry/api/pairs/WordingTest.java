package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a text is about something else, and when it is only worded anew. */
class WordingTest {
    private static List<String> stems(String title, String problem) {
        return Wording.stems(new PairUpdateDao.Side(new UUID(1, 1), true, title, "A summary.", problem));
    }

    @Test
    void caseOrderPunctuationAndCommonWordsAreNothingNew() {
        List<String> before = stems("Report a missed bin", "Residents phone us when their bin was not collected.");
        List<String> now = stems("MISSED bins: the report", "When bins were not collected, a resident phones us!");
        assertThat(Wording.material(before, now)).isFalse();
    }

    @Test
    void anotherProblemIsSomethingNew() {
        List<String> before = stems("Report a missed bin", "Residents phone us when their bin was not collected.");
        List<String> now = stems("Report a missed bin", "Crews have no list of the streets they skipped yesterday.");
        assertThat(Wording.material(before, now)).isTrue();
    }

    @Test
    void noTextAtAllIsNothingNew() {
        assertThat(Wording.material(List.of(), List.of())).isFalse();
        assertThat(Wording.material(List.of(), List.of("bin"))).isTrue();
    }
}
