package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.councilregistry.api.pairs.PairCalls.about;
import static org.councilregistry.api.pairs.PairCalls.one;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.Http;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.client.Publishing;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.MatchResponse;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.PublishOutcome;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.Response;
import org.councilregistry.schema.Visibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a registrant is shown when she publishes, and what she says to it, stand in the pair. */
class RegistrationTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();
    private final String word = "zr" + Long.toString(System.nanoTime(), 36);

    @AfterAll
    static void close() {
        calls.close();
    }

    private static MatchResponse contact(Initiative other) {
        return new MatchResponse(other.id(), Response.WILL_CONTACT, null);
    }

    /** What Cardiff does, so that searches know it. */
    private Initiative theirs() {
        Initiative published = calls.publish(cardiff, word, about(word));
        calls.settle();
        return published;
    }

    private Published publish(Publishing manner) {
        return publish(about(word), manner);
    }

    private Published publish(InitiativeDraft draft, Publishing manner) {
        return leeds.editor().initiatives().publish(leeds.organisation().slug(), word, draft, manner);
    }

    private static long notes() {
        return calls.registry
                .wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select count(*) from overlap_notes where not taken")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void anAnswerGivenWithThePublishStandsInThePair() {
        Initiative theirs = theirs();
        Published mine = publish(
                Publishing.usual().responding(new MatchResponse(theirs.id(), Response.DIFFERENT, "For schools only.")));
        assertThat(mine.matches()).extracting(m -> m.initiative().id()).containsExactly(theirs.id());
        calls.settle();
        Overlap pair = one(cardiff.editor(), theirs);
        assertThat(pair.response()).isEqualTo(Response.DIFFERENT);
        assertThat(pair.responseWhy()).isEqualTo("For schools only.");
        assertThat(pair.respondedBy()).isEqualTo(leeds.organisation().id());
        assertThat(pair.seenAtRegistration()).isTrue();
        assertThat(calls.events(cardiff.key(), pair.id())).containsExactly("overlap.opened", "overlap.responded");
        assertThat(notes()).isZero();
    }

    @Test
    void aDraftThatIsPublishedTakesItsAnswersAlong() {
        Initiative theirs = theirs();
        Initiative draft = leeds.editor()
                .initiatives()
                .register(about(word).withOrganisation(leeds.organisation().slug()));
        Published mine = leeds.editor().initiatives().publish(draft.id(), List.of(contact(theirs)));
        assertThat(mine.matches()).hasSize(1);
        calls.settle();
        Overlap pair = one(leeds.editor(), theirs);
        assertThat(pair.response()).isEqualTo(Response.WILL_CONTACT);
        assertThat(pair.seenAtRegistration()).isTrue();
    }

    @Test
    void aPairThatIsThereIsNamedByTheMatchAndTakesTheAnswerOfAPublishThatChangesNothing() {
        theirs();
        Published first = publish(Publishing.usual());
        assertThat(first.matches()).hasSize(1);
        calls.settle();
        Overlap pair = one(leeds.editor(), first.initiative());
        Published again = publish(about(word).withTags(List.of("more")), Publishing.usual());
        assertThat(again.matches()).extracting(Match::overlap).containsExactly(pair.id());
        UUID mine = first.initiative().id();
        assertThat(leeds.editor().overlaps().similar(mine))
                .extracting(Match::overlap)
                .containsExactly(pair.id());
        assertThat(calls.anybody.overlaps().similar(mine))
                .extracting(Match::overlap)
                .as("the public sees no pairs")
                .containsOnlyNulls();

        MatchResponse said = new MatchResponse(other(pair, mine), Response.WILL_JOIN, null);
        Published same = publish(Publishing.usual().responding(said));
        assertThat(same.outcome()).isEqualTo(PublishOutcome.UNCHANGED);
        calls.settle();
        assertThat(leeds.editor().overlaps().get(pair.id()).response()).isEqualTo(Response.WILL_JOIN);
    }

    @Test
    void theSameAnswerAgainIsNoNewsAndUndoesNoLaterOne() {
        Initiative theirs = theirs();
        Publishing manner = Publishing.usual().responding(contact(theirs));
        publish(manner);
        calls.settle();
        Overlap pair = one(leeds.editor(), theirs);
        publish(manner);
        calls.settle();
        assertThat(leeds.editor().overlaps().get(pair.id()).version()).isEqualTo(pair.version());
        leeds.editor().overlaps().respond(pair.id(), new OverlapResponse(Response.WILL_REUSE, null));
        publish(manner);
        calls.settle();
        assertThat(leeds.editor().overlaps().get(pair.id()).response()).isEqualTo(Response.WILL_REUSE);
    }

    private static UUID other(Overlap pair, UUID mine) {
        return pair.left().id().equals(mine) ? pair.right().id() : pair.left().id();
    }

    @Test
    void whatNobodyWasShownWasNotSeenAtRegistration() {
        Initiative theirs = theirs();
        Initiative mine = publish(about(word + "x"), Publishing.usual()).initiative();
        leeds.editor().initiatives().edit(mine.id(), d -> {
            InitiativeDraft alike = about(word);
            return d.withTitle(alike.title()).withSummary(alike.summary()).withProblem(alike.problem());
        });
        calls.settle();
        assertThat(one(leeds.editor(), theirs).seenAtRegistration()).isFalse();
    }

    @Test
    void anAnswerToWhatIsHiddenOrNotThereBlocksNothingAndIsNotKept() {
        Initiative hidden = calls.publish(cardiff, word, about(word).withVisibility(Visibility.ORGANISATION));
        Published mine = publish(Publishing.usual()
                .responding(contact(hidden), new MatchResponse(UUID.randomUUID(), Response.WILL_REUSE, null)));
        assertThat(mine.outcome()).isEqualTo(PublishOutcome.CREATED);
        calls.settle();
        assertThat(one(cardiff.editor(), hidden).response()).isNull();
        assertThat(notes()).isZero();
    }

    @Test
    void aDryRunNotesNothing() {
        Initiative theirs = theirs();
        Published tried = publish(Publishing.usual().asDryRun().responding(contact(theirs)));
        assertThat(tried.matches()).hasSize(1);
        assertThat(notes()).isZero();
    }

    @Test
    void anAnswerThatIsNotWholeIsRefusedBeforeAnythingIsStored() {
        Http editor = new Http(calls.registry.address(), leeds.key());
        String path = "/v1/organisations/" + leeds.organisation().slug() + "/initiatives/" + word;
        String body = "{\"title\":\"A\",\"summary\":\"B\",\"phase\":\"alpha\",\"responses\":[%s]}";
        String id = "\"initiative\":\"" + UUID.randomUUID() + "\"";
        assertThat(editor.send("PUT", path, body.formatted("{" + id + ",\"response\":\"different\"}"))
                        .pointer())
                .isEqualTo("/responses/0/why");
        assertThat(editor.send("PUT", path, body.formatted("{" + id + "}")).pointer())
                .isEqualTo("/responses/0/response");
        assertThat(editor.send("PUT", path, body.formatted("{\"response\":\"will-join\"}"))
                        .pointer())
                .isEqualTo("/responses/0/initiative");
        assertThat(editor.send("PUT", path, body.formatted("{" + id + ",\"respons\":\"will-join\"}"))
                        .problem())
                .isEqualTo("unknown-field");
        assertThat(leeds
                        .editor()
                        .initiatives()
                        .all()
                        .organisation(leeds.organisation().slug())
                        .stream())
                .isEmpty();
    }

    private static void database(String statement) {
        calls.registry.owner().useHandle(h -> h.execute(statement));
    }

    @Test
    void whatIsStoredIsAcknowledgedThoughNothingElseCanBe() {
        Initiative theirs = theirs();
        database("create function full_disk() returns trigger language plpgsql as"
                + " 'begin raise exception using errcode = ''53100''; end'");
        database("create trigger full_disk before insert on overlap_notes execute function full_disk()");
        try {
            Published mine = publish(Publishing.usual());
            assertThat(mine.outcome()).isEqualTo(PublishOutcome.CREATED);
            assertThat(mine.matches()).hasSize(1);
            assertThatThrownBy(() -> publish(Publishing.usual().responding(contact(theirs))))
                    .isInstanceOfSatisfying(
                            RegistryException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN));
        } finally {
            database("drop trigger full_disk on overlap_notes");
            database("drop function full_disk");
        }
        publish(Publishing.usual().responding(contact(theirs)));
        calls.settle();
        assertThat(one(cardiff.editor(), theirs).response()).isEqualTo(Response.WILL_CONTACT);
    }
}
