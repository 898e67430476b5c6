package org.councilregistry.api.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where sentences end, which are the same, and what of a text is compared. */
class SentencesTest {
    private static ComparedText text(String title, String summary, String problem) {
        return ComparedText.of(title, summary, null, List.of(), Arrays.asList(problem, null, null));
    }

    @Test
    void aSentenceEndsWithItsMarkOrItsLine() {
        assertThat(Sentences.of("Bins are missed. Nobody knows why!\nwhy is that\r\n\n Crews say so. "))
                .containsExactly("Bins are missed.", "Nobody knows why!", "why is that", "Crews say so.");
        assertThat(Sentences.of(" \n ")).isEmpty();
    }

    @Test
    void sentencesThatReadTheSameAreTheSame() {
        assertThat(Sentences.plain("  The bins,  are LEFT. ")).isEqualTo("the bins are left");
        assertThat(Sentences.plain("Phase 1")).isNotEqualTo(Sentences.plain("Phase 2"));
        assertThat(Sentences.plain("T\u0177 a gardd")).isEqualTo("t\u0177 a gardd");
    }

    @Test
    void whatIsSaidTwiceCountsOnceAndNothingElseChanges() {
        ComparedText once = text("Missed bins", "Bins are  left.\nCrews know.", null);
        assertThat(once.whole()).isEqualTo("Missed bins.\nBins are  left.\nCrews know.");
        ComparedText often =
                text("Missed bins", "Bins are  left.\nCrews know.", "Bins are left. CREWS KNOW! ".repeat(58));
        assertThat(often.whole()).isEqualTo(once.whole());
        assertThat(often.hash()).isEqualTo(once.hash());
        assertThat(text("Missed bins", "Missed bins.", null).whole()).isEqualTo("Missed bins.");
    }

    @Test
    void signsAloneSayNothing() {
        assertThat(text("\uD83D\uDEB2", "!? \uD83D\uDE00", null).says()).isFalse();
        assertThat(text("\uD83D\uDEB2 7", "!", null).says()).isTrue();
    }

    @Test
    void sentencesAreKeptAndReadAgain() {
        byte[] direction = new byte[Embedder.PARTS];
        direction[7] = -100;
        Sentence kept = Sentence.of(Sentence.bytes(List.of(new Sentence(3, 40_000, direction))))
                .get(0);
        assertThat(kept.from()).isEqualTo(3);
        assertThat(kept.to()).isEqualTo(40_000);
        assertThat(kept.direction()).isEqualTo(direction);
    }
}
