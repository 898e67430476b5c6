package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.councilregistry.api.pairs.PairCalls.one;
import static org.councilregistry.api.pairs.PairCalls.pairsOf;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.councilregistry.api.Http;
import org.councilregistry.api.pairs.PairCalls.Council;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Decision;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapBandReport;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.OverlapGrade;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.ParticipantDraft;
import org.councilregistry.schema.ParticipantRole;
import org.councilregistry.schema.ParticipantState;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Response;
import org.councilregistry.schema.Revision;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The pairs that owners and coordinators work on, through the client. */
class PairsApiTest {
    private static final PairCalls calls = new PairCalls();
    private final Council leeds = calls.council();
    private final Council cardiff = calls.council();

    @AfterAll
    static void close() {
        calls.close();
    }

    private static String word() {
        return "zq" + Long.toString(System.nanoTime(), 36);
    }

    private static InitiativeDraft library(String word) {
        return PairCalls.about(word);
    }

    private Overlap pair() {
        String word = word();
        Initiative here = calls.publish(leeds, word, library(word));
        calls.settle();
        calls.publish(cardiff, word, library(word));
        calls.settle();
        return one(calls.coordinator, here);
    }

    private static OverlapDecision decision(Decision decision) {
        return new OverlapDecision(decision, "They serve other people.");
    }

    @Test
    void nearIdenticalRecordsOfTwoCouncilsAreOnePair() {
        Overlap pair = pair();
        assertThat(pair.band()).isIn(Band.SAME, Band.CLOSE);
        assertThat(pair.state()).isEqualTo(OverlapState.OPEN);
        assertThat(pair.reasons()).isNotEmpty();
        assertThat(pair.left().id().toString()).isLessThan(pair.right().id().toString());
        assertThat(pair.seenAtRegistration()).isTrue();
        assertThat(leeds.editor().overlaps().get(pair.id()).left()).isEqualTo(pair.left());
        assertThat(cardiff.editor().overlaps().similar(pair.left().id()))
                .anyMatch(m -> m.initiative().id().equals(pair.right().id()));
        Http raw = new Http(calls.registry.address(), leeds.key());
        String body = raw.get("/v1/overlaps/" + pair.id()).response().body();
        assertThat(body).doesNotContain("score").doesNotContain("%");
    }

    @Test
    void twoThatRegisterAtTheSameMomentSeeEachOther() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                String word = word();
                Future<Initiative> here = both.submit(() -> calls.publish(leeds, word, library(word)));
                Future<Initiative> there = both.submit(() -> calls.publish(cardiff, word, library(word)));
                Initiative one = here.get();
                calls.settle();
                assertThat(one(leeds.editor(), one).id())
                        .isEqualTo(one(cardiff.editor(), there.get()).id());
            }
        } finally {
            both.shutdown();
        }
    }

    @Test
    void anOrganisationIsNoPairWithItselfNorWithAConfirmedPartner() {
        String word = word();
        Initiative one = calls.publish(leeds, word, library(word));
        calls.publish(leeds, word + "-2", library(word));
        calls.settle();
        assertThat(pairsOf(calls.coordinator, one)).isEmpty();
        calls.publish(cardiff, word, library(word));
        calls.settle();
        assertThat(pairsOf(calls.coordinator, one)).hasSize(1);
        ParticipantDraft partner = new ParticipantDraft(cardiff.organisation().slug(), ParticipantRole.PARTNER);
        leeds.editor().initiatives().edit(one.id(), d -> d.withParticipants(List.of(partner)));
        cardiff.editor().initiatives().answer(one.id(), ParticipantState.CONFIRMED);
        calls.settle();
        assertThat(pairsOf(calls.coordinator, one)).isEmpty();
    }

    @Test
    void anOverlapWithAPartnerWhoHasNotAnsweredIsShownAsSuchAndNotCounted() {
        Overlap pair = pair();
        assertThat(pair.partner()).isNull();
        long open = report(pair.band()).open();
        ParticipantDraft partner = new ParticipantDraft(cardiff.organisation().slug(), ParticipantRole.PARTNER);
        UUID mine = initiative(pair).id();
        leeds.editor().initiatives().edit(mine, d -> d.withParticipants(List.of(partner)));
        calls.settle();
        assertThat(cardiff.editor().overlaps().get(pair.id()).partner()).isEqualTo(ParticipantState.INVITED);
        assertThat(report(pair.band()).open()).isEqualTo(open - 1);
        cardiff.editor().initiatives().answer(mine, ParticipantState.DECLINED);
        calls.settle();
        assertThat(leeds.editor().overlaps().get(pair.id()).partner()).isNull();
        assertThat(report(pair.band()).open()).isEqualTo(open);
    }

    @Test
    void aDecisionShrinksTheListAndCounts() {
        Overlap pair = pair();
        long before = report(pair.band()).introduce();
        Overlap decided = calls.coordinator.overlaps().decide(pair.id(), decision(Decision.INTRODUCE));
        assertThat(decided.state()).isEqualTo(OverlapState.DECIDED);
        assertThat(decided.version()).isEqualTo(pair.version() + 1);
        assertThat(pairsOf(calls.coordinator, initiative(pair))).isEmpty();
        assertThat(calls.coordinator.overlaps().all().state(OverlapState.DECIDED).stream())
                .extracting(Overlap::id)
                .contains(pair.id());
        assertThat(report(pair.band()).introduce()).isEqualTo(before + 1);
        OverlapGrade grade = calls.coordinator
                .overlaps()
                .decisions()
                .filter(g -> g.id().equals(pair.id()))
                .findFirst()
                .orElseThrow();
        assertThat(grade.grade()).isEqualTo(2);
        assertThat(leeds.editor().overlaps().get(pair.id()).rationale()).isEqualTo("They serve other people.");
    }

    private static OverlapBandReport report(Band band) {
        return calls.coordinator.overlaps().report().bands().stream()
                .filter(b -> b.band() == band)
                .findFirst()
                .orElseThrow();
    }

    private Initiative initiative(Overlap pair) {
        UUID id = pair.left().organisation().id().equals(leeds.organisation().id())
                ? pair.left().id()
                : pair.right().id();
        return leeds.editor().initiatives().get(id.toString());
    }

    @Test
    void differentStaysDifferentUntilTheProblemIsAnother() {
        Overlap pair = pair();
        calls.coordinator.overlaps().decide(pair.id(), decision(Decision.DIFFERENT));
        UUID id = initiative(pair).id();
        leeds.editor()
                .initiatives()
                .edit(id, d -> d.withProblem(String.valueOf(d.problem()).toUpperCase(Locale.ROOT) + " Please!"));
        calls.settle();
        assertThat(calls.coordinator.overlaps().get(pair.id()).state()).isEqualTo(OverlapState.DECIDED);
        leeds.editor()
                .initiatives()
                .edit(id, d -> d.withProblem("Staff retype loan cards by hand each evening, and mistakes cost money."));
        calls.settle();
        Overlap again = calls.coordinator.overlaps().get(pair.id());
        assertThat(again.state()).isIn(OverlapState.OPEN);
        assertThat(again.decision()).isNull();
        assertThat(calls.events(leeds.key(), pair.id()))
                .containsExactly("overlap.opened", "overlap.decided", "overlap.opened");
    }

    @Test
    void bothOwnersAndCoordinatorsPollTheEventsAndNobodyElse() {
        Overlap pair = pair();
        leeds.editor().overlaps().respond(pair.id(), new OverlapResponse(Response.WILL_CONTACT, null));
        calls.coordinator.overlaps().decide(pair.id(), decision(Decision.WATCH));
        calls.settle();
        List<String> all = List.of("overlap.opened", "overlap.responded", "overlap.decided");
        assertThat(calls.events(leeds.key(), pair.id())).isEqualTo(all);
        assertThat(calls.events(cardiff.key(), pair.id())).isEqualTo(all);
        assertThat(calls.events(calls.registry.key(Role.COORDINATOR, null), pair.id()))
                .containsAll(all);
        assertThat(calls.events(calls.council().key(), pair.id())).isEmpty();
        assertThat(calls.events(null, pair.id())).isEmpty();
    }

    @Test
    void theHistorySaysWhoDidWhatAndWhyEachStepOnce() {
        Overlap pair = pair();
        leeds.editor().overlaps().respond(pair.id(), new OverlapResponse(Response.DIFFERENT, "Schools only."));
        calls.coordinator.overlaps().decide(pair.id(), decision(Decision.WATCH));
        List<Revision> steps = calls.coordinator.overlaps().history(pair.id());
        assertThat(steps)
                .extracting(Revision::type)
                .containsExactly("overlap.opened", "overlap.responded", "overlap.decided");
        assertThat(steps.get(1).reason()).isEqualTo("Schools only.");
        assertThat(String.valueOf(steps.get(1).by()))
                .contains(leeds.organisation().slug());
        assertThat(steps.get(2).reason()).isEqualTo("They serve other people.");
        assertThat(cardiff.editor().overlaps().history(pair.id()))
                .extracting(Revision::type)
                .hasSize(3);
        assertThatThrownBy(() -> calls.council().editor().overlaps().history(pair.id()))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void anOwnerAnswersAndMustSayWhatDiffers() {
        Overlap pair = pair();
        assertThatThrownBy(() ->
                        leeds.editor().overlaps().respond(pair.id(), new OverlapResponse(Response.DIFFERENT, null)))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
        Overlap answered =
                leeds.editor().overlaps().respond(pair.id(), new OverlapResponse(Response.DIFFERENT, "Schools only."));
        assertThat(answered.response()).isEqualTo(Response.DIFFERENT);
        assertThat(answered.respondedBy()).isEqualTo(leeds.organisation().id());
        assertThat(answered.state()).isEqualTo(OverlapState.OPEN);
    }

    @Test
    void wrongRolesAndStaleVersionsAreRefused() {
        Overlap pair = pair();
        String path = "/v1/overlaps/" + pair.id();
        Http editor = new Http(calls.registry.address(), leeds.key());
        Http viewer = new Http(calls.registry.address(), calls.registry.key(Role.VIEWER, leeds.organisation()));
        Http lead = new Http(calls.registry.address(), calls.registry.key(Role.COORDINATOR, null));
        Http other = new Http(calls.registry.address(), calls.council().key());
        String body = "{\"decision\":\"watch\",\"rationale\":\"Too early.\"}";
        String tag = lead.get(path).header("ETag");
        assertThat(editor.send("POST", path + "/decide", body, "If-Match", tag).status())
                .isEqualTo(403);
        assertThat(viewer.send("POST", path + "/response", "{\"response\":\"will-join\"}")
                        .status())
                .isEqualTo(403);
        assertThat(other.send("POST", path + "/response", "{\"response\":\"will-join\"}")
                        .status())
                .isEqualTo(404);
        assertThat(new Http(calls.registry.address(), null)
                        .send("POST", path + "/decide", body)
                        .status())
                .isEqualTo(401);
        assertThat(lead.send("POST", path + "/decide", body).status()).isEqualTo(428);
        assertThat(lead.send("POST", path + "/decide", body, "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(lead.send("POST", path + "/decide", body, "If-Match", tag).status())
                .isEqualTo(412);
        assertThat(lead.send("POST", path + "/decide", "{\"decision\":\"watch\"}", "If-Match", "*")
                        .pointer())
                .isEqualTo("/rationale");
        assertThat(lead.send("POST", path + "/decide", "{\"decison\":\"watch\",\"rationale\":\"x\"}", "If-Match", "*")
                        .status())
                .isEqualTo(400);
    }
}
