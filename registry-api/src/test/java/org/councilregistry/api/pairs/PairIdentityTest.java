package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.about;
import static org.councilregistry.api.pairs.PairCalls.one;
import static org.councilregistry.api.pairs.PairCalls.pairsOf;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Link;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.ReasonKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One repository, or one key that is unique in the world, makes a pair by itself, though the texts share no word. */
class PairIdentityTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();
    private final String word = "zi" + Long.toString(System.nanoTime(), 36);

    @AfterAll
    static void close() {
        calls.close();
    }

    private InitiativeDraft with(String words, String repository) {
        return about(words).withLinks(List.of(new Link("repository", repository, null)));
    }

    @Test
    void oneRepositoryInTwoSpellingsIsTheSameWork() {
        calls.publish(leeds, word, with(word + "p", "https://github.com/Sector/" + word + ".git"));
        Published there = cardiff.editor()
                .initiatives()
                .publish(
                        cardiff.organisation().slug(),
                        word,
                        with(word + "q", "http://github.com/sector/" + word + "/"));
        assertThat(there.matches()).hasSize(1);
        calls.settle();
        Overlap pair = one(leeds.editor(), there.initiative());
        assertThat(pair.band()).isEqualTo(Band.SAME);
        assertThat(pair.reasons().get(0).kind()).isEqualTo(ReasonKind.ORIGIN);
        assertThat(pair.reasons().get(0).terms()).containsExactly("github.com/sector/" + word);
        cardiff.editor().initiatives().edit(there.initiative().id(), d -> d.withLinks(List.of()));
        calls.settle();
        assertThat(leeds.editor().overlaps().get(pair.id()).state()).isEqualTo(OverlapState.GONE);
    }

    @Test
    void oneKeyThatIsUniqueInTheWorldIsTheSameWork() {
        String key = UUID.randomUUID().toString();
        Initiative here = calls.publish(leeds, key, about(word + "p"));
        calls.publish(cardiff, key, about(word + "q"));
        calls.settle();
        assertThat(one(cardiff.editor(), here).band()).isEqualTo(Band.SAME);
    }

    @Test
    void oneKeyThatAnyCouncilMayUseTellsNothing() {
        Initiative here = calls.publish(leeds, word, about(word + "p"));
        calls.publish(cardiff, word, about(word + "q"));
        calls.settle();
        assertThat(pairsOf(calls.coordinator, here)).isEmpty();
    }
}
