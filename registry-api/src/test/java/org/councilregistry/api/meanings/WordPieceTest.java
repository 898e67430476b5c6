package org.councilregistry.api.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final WordPiece PIECES = open();

    private static WordPiece open() {
        try (InputStream stream = WordPieceTest.class.getResourceAsStream("/e5-small-v2-q-tokenizer.json")) {
            return new WordPiece(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers are those that the model's own tokenizer gives. */
    @Test
    void aTextIsSplitAsTheModelWasTaught() {
        assertThat(PIECES.of("query: Report a missed bin", 256).ids())
                .containsExactly(101, 23032, 1024, 3189, 1037, 4771, 8026, 102);
    }

    @Test
    void accentsAndCaseMakeNoDifference() {
        assertThat(PIECES.of("Tŷ Gardd", 256).ids())
                .isEqualTo(PIECES.of("ty gardd", 256).ids());
    }

    @Test
    void aLongTextIsCut() {
        assertThat(PIECES.of("bin ".repeat(5000), 256).ids()).hasSize(256);
    }

    @Property(tries = 300)
    void anyTextIsSplit(@ForAll String text) {
        WordPiece.Pieces pieces = PIECES.of(text, 64);
        assertThat(pieces.ids()).hasSameSizeAs(pieces.starts()).hasSizeBetween(2, 64);
    }
}
