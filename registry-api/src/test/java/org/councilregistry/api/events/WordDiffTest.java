package org.councilregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.councilregistry.api.events.WordDiff.Change;
import org.junit.jupiter.api.Test;

/** What became of a text, word by word. */
class WordDiffTest {
    private static String shown(String before, String after) {
        return WordDiff.of(before, after).stream()
                .map(s -> switch (s.change()) {
                    case KEPT -> s.text();
                    case REMOVED -> "[-" + s.text() + "-]";
                    case ADDED -> "{+" + s.text() + "+}";
                })
                .collect(Collectors.joining());
    }

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        assertThat(shown("Report a missed bin today", "Report a full bin today"))
                .isEqualTo("Report a [-missed -]{+full +}bin today");
        assertThat(shown("a b c", "a c")).isEqualTo("a [-b -]c");
        assertThat(shown("", "new")).isEqualTo("{+new+}");
        assertThat(shown("same", "same")).isEqualTo("same");
    }

    @Property(tries = 200)
    void bothTextsCanBeReadOffTheSpans(@ForAll String before, @ForAll String after) {
        assertThat(WordDiff.of(before, after).stream()
                        .filter(s -> s.change() != Change.ADDED)
                        .map(WordDiff.Span::text)
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(WordDiff.of(before, after).stream()
                        .filter(s -> s.change() != Change.REMOVED)
                        .map(WordDiff.Span::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }

    @Test
    void longTextsAreComparedInReasonableTime() {
        String before = "word ".repeat(1_600) + "end";
        String after = "other ".repeat(1_600) + "end";
        assertThat(WordDiff.of(before, after)).hasSize(3);
    }
}
