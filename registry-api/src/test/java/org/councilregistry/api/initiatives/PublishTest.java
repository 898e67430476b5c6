package org.councilregistry.api.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** The idempotent publish: a nightly upload and people who correct what it brought. */
class PublishTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));

    private Http.Answer publish(String query, String body) {
        return editor.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/bins" + query, body);
    }

    private static String draft(String title, String more) {
        return "{\"title\":\"" + title + "\",\"summary\":\"About bins.\",\"phase\":\"alpha\"" + more + "}";
    }

    private JsonNode edit(JsonNode initiative, String patch) {
        String path = "/v1/initiatives/" + initiative.path("id").asText();
        Http.Answer answer =
                editor.send("PATCH", path, patch, "If-Match", editor.get(path).header("ETag"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aConditionOnARecordThatIsNotThereMakesNone() {
        Http.Answer answer = editor.send(
                "PUT",
                "/v1/organisations/" + council.slug() + "/initiatives/nowhere",
                "{\"title\":\"T\",\"summary\":\"s\",\"phase\":\"alpha\"}",
                "If-Match",
                "\"7-abc\"");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.problem()).isEqualTo("version-conflict");
    }

    @Test
    void whatIsPublishedAgainIsNotSaidToBeWithdrawn() {
        String path = "/v1/initiatives/"
                + publish("", draft("Bins", ""))
                        .json()
                        .path("initiative")
                        .path("id")
                        .asText();
        Http.Answer gone = editor.send(
                "POST",
                path + "/withdraw",
                "{\"reason\":\"A mistake.\"}",
                "If-Match",
                editor.get(path).header("ETag"));
        assertThat(gone.json().path("withdrawnReason").asText()).isEqualTo("A mistake.");
        Http.Answer back = editor.send("POST", path + "/publish", null, "If-Match", gone.header("ETag"));
        assertThat(back.status()).isEqualTo(200);
        assertThat(editor.get(path).json().has("withdrawnReason")).isFalse();
    }

    @Test
    void theSameAgainWritesNothing() {
        JsonNode first = publish("", draft("Bins", "")).json();
        JsonNode second = publish("", draft("Bins", "")).json();
        assertThat(first.path("outcome").asText()).isEqualTo("created");
        assertThat(second.path("outcome").asText()).isEqualTo("unchanged");
        assertThat(second.path("initiative").path("version").asInt()).isEqualTo(1);
        assertThat(second.path("initiative").has("confirmedAt")).isFalse();
    }

    @Test
    void aNightlyPublishDoesNotUndoAPersonsEdit() {
        JsonNode made =
                publish("", draft("Bins", ",\"tags\":[\"waste\"]")).json().path("initiative");
        edit(made, "{\"title\":\"Missed bins\"}");
        JsonNode nightly = publish("", draft("Bins", ",\"tags\":[\"waste\"]")).json();
        assertThat(nightly.path("outcome").asText()).isEqualTo("unchanged");
        assertThat(nightly.path("kept")).extracting(JsonNode::asText).containsExactly("title");
        assertThat(nightly.path("initiative").path("title").asText()).isEqualTo("Missed bins");
        JsonNode changed =
                publish("", draft("Bins 2", ",\"tags\":[\"waste\",\"app\"]")).json();
        assertThat(changed.path("outcome").asText()).isEqualTo("updated");
        assertThat(changed.path("initiative").path("title").asText()).isEqualTo("Missed bins");
        assertThat(changed.path("initiative").path("tags")).hasSize(2);
        assertThat(publish("", draft("Missed bins", "")).json().path("kept")).isEmpty();
    }

    @Test
    void absentMembersStayAndEmptyOnesClear() {
        publish("", draft("Bins", ",\"tags\":[\"waste\"],\"problem\":\"Bins are missed.\""));
        JsonNode kept = publish("", draft("Bins", "")).json().path("initiative");
        assertThat(kept.path("tags")).hasSize(1);
        JsonNode cleared = publish("", draft("Bins", ",\"tags\":[],\"problem\":null"))
                .json()
                .path("initiative");
        assertThat(cleared.path("tags")).isEmpty();
        assertThat(cleared.has("problem")).isFalse();
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndStoresNothing() {
        assertThat(publish("?dryRun=true", draft("Bins", ""))
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("created");
        assertThat(publish("", draft("Bins", "")).json().path("outcome").asText())
                .isEqualTo("created");
        assertThat(publish("?dryRun=true", draft("Other", ""))
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("updated");
        assertThat(publish("", draft("Bins", "")).json().path("outcome").asText())
                .isEqualTo("unchanged");
    }

    @Test
    void aPublishConfirmsOnlyWhenItSaysSo() {
        assertThat(publish("?confirm=true", draft("Bins", ""))
                        .json()
                        .path("initiative")
                        .has("confirmedAt"))
                .isTrue();
    }

    @Test
    void aNewPhaseStartsTodayAndIsKeptInHistory() {
        JsonNode made = publish("", draft("Bins", ",\"phaseSince\":\"2026-01-05\""))
                .json()
                .path("initiative");
        JsonNode live =
                publish("", draft("Bins", "").replace("alpha", "live")).json().path("initiative");
        assertThat(live.path("phaseSince").asText()).isGreaterThan("2026-01-05");
        JsonNode phases = editor.get("/v1/initiatives/" + made.path("id").asText() + "/phases")
                .json()
                .path("items");
        assertThat(phases).hasSize(2);
        assertThat(phases.get(0).path("endedOn")).isEqualTo(phases.get(1).path("startedOn"));
    }

    @Test
    void stoppedWorkSaysWhatWasLearnt() {
        Http.Answer refused = publish("", draft("Bins", "").replace("alpha", "stopped"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/learning");
        String body =
                draft("Bins", ",\"learning\":\"Data could not be shared.\"").replace("alpha", "stopped");
        assertThat(publish("", body).json().path("initiative").path("learning").asText())
                .isEqualTo("Data could not be shared.");
    }

    @Test
    void twoPublishersOfOneRecordAtATimeMakeOne() throws Exception {
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) threads[i] = new Thread(() -> publish("", draft("Bins", "")));
        for (Thread thread : threads) thread.start();
        for (Thread thread : threads) thread.join();
        assertThat(editor.get("/v1/initiatives?organisation=" + council.slug())
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void whoPublishesForAnotherLeavesTheRecordUnclaimed() {
        Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
        JsonNode made = admin.send(
                        "PUT", "/v1/organisations/" + council.slug() + "/initiatives/theirs", draft("Bins", ""))
                .json()
                .path("initiative");
        assertThat(made.path("unclaimed").asBoolean()).isTrue();
        String path = "/v1/initiatives/" + made.path("id").asText();
        Http.Answer claimed = editor.send(
                "POST", path + "/claim", null, "If-Match", editor.get(path).header("ETag"));
        assertThat(claimed.json().path("unclaimed").asBoolean()).isFalse();
        Http.Answer unexplained = admin.send(
                "PATCH", path, "{\"title\":\"x\"}", "If-Match", editor.get(path).header("ETag"));
        assertThat(unexplained.pointer()).isEqualTo("?reason");
    }

    @Test
    void anEditTakesNoKeyThatIsInUse() {
        String at = "/v1/organisations/" + council.slug() + "/initiatives/";
        String taken = at + "taken";
        JsonNode first = editor.send("PUT", taken, draft("Bins", "")).json().path("initiative");
        JsonNode other =
                editor.send("PUT", at + "other", draft("Trees", "")).json().path("initiative");
        String path = "/v1/initiatives/" + other.path("id").asText();
        Http.Answer refused = editor.send(
                "PATCH",
                path,
                "{\"externalId\":\"taken\"}",
                "If-Match",
                editor.get(path).header("ETag"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("already-registered");
        assertThat(refused.pointer()).isEqualTo("/externalId");
        assertThat(refused.json().path("existing").asText())
                .isEqualTo("/v1/initiatives/" + first.path("id").asText());
    }

    @Test
    void ofManyEditsToOneKeyAtOnceOneSucceeds() {
        List<CompletableFuture<Integer>> edits = IntStream.range(0, 8)
                .mapToObj(n -> editor.send(
                                "PUT",
                                "/v1/organisations/" + council.slug() + "/initiatives/k" + n,
                                draft("Work " + n, ""))
                        .json()
                        .path("initiative")
                        .path("id")
                        .asText())
                .map(id -> "/v1/initiatives/" + id)
                .map(path -> CompletableFuture.supplyAsync(() -> editor.send(
                                "PATCH",
                                path,
                                "{\"externalId\":\"one\"}",
                                "If-Match",
                                editor.get(path).header("ETag"))
                        .status()))
                .toList();
        List<Integer> statuses =
                edits.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void manyPublishWorkOfOneTitleAtOnce() {
        String title = "Report " + Long.toString(System.nanoTime(), 36);
        List<CompletableFuture<Http.Answer>> answers = IntStream.range(0, 12)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> editor.send(
                        "PUT", "/v1/organisations/" + council.slug() + "/initiatives/t" + n, draft(title, ""))))
                .toList();
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .peek(answer -> assertThat(answer.status())
                                .as(answer.response().body())
                                .isEqualTo(200))
                        .map(answer ->
                                answer.json().path("initiative").path("slug").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyPublishesForAnotherOrganisation() {
        Http.Answer refused = editor.send(
                "PUT", "/v1/organisations/" + registry.council().slug() + "/initiatives/bins", draft("Bins", ""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-your-organisation");
    }
}
