package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.api.pairs.PairCalls.about;
import static org.councilregistry.api.pairs.PairCalls.one;
import static org.councilregistry.api.pairs.PairCalls.pairsOf;

import java.util.UUID;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A pair belongs to whoever owns its two records now. */
class PairOwnerTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();
    private final String word = "zo" + Long.toString(System.nanoTime(), 36);

    @AfterAll
    static void close() {
        calls.close();
    }

    /** Gives a record to another organisation, as a succession does. */
    private static void move(UUID initiative, Council to) {
        calls.registry
                .wiring()
                .databases()
                .jdbi()
                .useHandle(h -> h.execute(
                        "update initiatives set organisation_id = ?, version = version + 1 where id = ?",
                        to.organisation().id(),
                        initiative));
        calls.registry.wiring().overlapProjection().again();
        calls.settle();
    }

    @Test
    void thePairMovesWithTheRecord() {
        Initiative here = calls.publish(leeds, word, about(word));
        Initiative there = calls.publish(cardiff, word, about(word));
        calls.settle();
        Overlap pair = one(cardiff.editor(), there);
        Council heir = calls.council();
        move(there.id(), heir);
        assertThat(one(heir.editor(), here).id()).isEqualTo(pair.id());
        assertThat(pairsOf(cardiff.editor(), here)).isEmpty();
        assertThat(calls.events(heir.key(), pair.id())).containsExactly("overlap.opened");
        assertThat(calls
                        .coordinator
                        .overlaps()
                        .all()
                        .organisation(heir.organisation().slug())
                        .stream())
                .hasSize(1);
        assertThat(calls
                        .coordinator
                        .overlaps()
                        .all()
                        .organisation(cardiff.organisation().slug())
                        .stream())
                .isEmpty();
    }

    @Test
    void aPairWithinOneOrganisationIsGone() {
        Initiative here = calls.publish(leeds, word, about(word));
        Initiative there = calls.publish(cardiff, word + "-2", about(word));
        calls.settle();
        Overlap pair = one(leeds.editor(), here);
        move(there.id(), leeds);
        assertThat(leeds.editor().overlaps().get(pair.id()).state()).isEqualTo(OverlapState.GONE);
        assertThat(leeds.editor().overlaps().similar(here.id())).isEmpty();
        assertThat(calls.events(leeds.key(), pair.id()))
                .as("told once, though both are hers")
                .containsExactly("overlap.opened", "overlap.gone");
    }

    @Test
    void aRecordThatItsOwnerClaimsKeepsItsPairs() {
        RegistryClient admin = calls.client(calls.registry.key(Role.SECTOR_ADMIN, null));
        Initiative registered = admin.initiatives()
                .publish(leeds.organisation().slug(), word, about(word))
                .initiative();
        assertThat(registered.unclaimed()).isTrue();
        calls.publish(cardiff, word, about(word));
        calls.settle();
        Overlap pair = one(leeds.editor(), registered);
        calls.client(calls.registry.key(Role.ORGANISATION_ADMIN, leeds.organisation()))
                .initiatives()
                .claim(registered.id());
        calls.settle();
        assertThat(one(leeds.editor(), registered).id()).isEqualTo(pair.id());
        assertThat(one(leeds.editor(), registered).state()).isEqualTo(OverlapState.OPEN);
    }
}
