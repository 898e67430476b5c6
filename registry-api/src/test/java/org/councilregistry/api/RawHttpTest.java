package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers send by hand, right and wrong: statuses, headers, problems. */
class RawHttpTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http anybody = new Http(registry.address(), null);
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    private final Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));

    private String draft(String more) {
        return "{\"organisation\":\"" + council.slug()
                + "\",\"title\":\"Report a missed bin\",\"summary\":\"Short.\",\"phase\":\"alpha\"" + more + "}";
    }

    private void refused(Http.Answer answer, int status, String type, String pointer) {
        assertThat(answer.response().body()).contains("\"type\":\"/v1/problems/" + type + "\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Request-Id"))
                .isEqualTo(answer.json().path("requestId").asText());
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @Test
    void anUnknownMemberIsRefusedWithTheOneThatWasMeant() {
        Http.Answer answer = editor.send("POST", "/v1/initiatives", draft(",\"summery\":\"x\""));
        refused(answer, 400, "unknown-field", "/summery");
        assertThat(answer.json().path("detail").asText()).contains("did you mean 'summary'");
    }

    @Test
    void aMemberThatTheServiceSetsIsRefused() {
        refused(editor.send("POST", "/v1/initiatives", draft(",\"slug\":\"x\"")), 422, "invalid", "/slug");
    }

    @Test
    void aDuplicateMemberIsRefused() {
        refused(editor.send("POST", "/v1/initiatives", draft(",\"title\":\"x\"")), 400, "malformed", "/title");
    }

    @Test
    void anUnknownWordIsRefusedWithTheKnownOnes() {
        Http.Answer answer = editor.send("POST", "/v1/initiatives", draft(",\"budgetBand\":\"lots\""));
        refused(answer, 422, "invalid", "/budgetBand");
        assertThat(answer.json().path("detail").asText()).contains("under-50k");
        refused(
                editor.send("POST", "/v1/initiatives", draft(",\"budgetBand\":\"unknown\"")),
                422,
                "invalid",
                "/budgetBand");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String body = draft(",\"problem\":\"" + "x".repeat(8001) + "\"");
        refused(editor.send("POST", "/v1/initiatives", body), 422, "invalid", "/problem");
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        Http.Answer answer = editor.send("POST", "/v1/initiatives", "{\"organisation\":\"" + council.slug() + "\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/title", "/summary", "/phase");
    }

    @Test
    void aNullInAListIsRefused() {
        refused(editor.send("POST", "/v1/initiatives", draft(",\"tags\":[\"a\",null]")), 422, "invalid", "/tags/1");
    }

    @Test
    void anImpossibleDateIsRefused() {
        refused(
                editor.send("POST", "/v1/initiatives", draft(",\"plannedStart\":\"2026-02-30\"")),
                422,
                "invalid",
                "/plannedStart");
    }

    @Test
    void anUnknownServiceOrOrganisationIsRefused() {
        refused(
                editor.send("POST", "/v1/initiatives", draft(",\"services\":[\"lgsl:999999\"]")),
                422,
                "invalid",
                "/services/0");
        String body = draft("").replace(council.slug(), council.slug() + "x");
        Http.Answer answer = editor.send("POST", "/v1/initiatives", body);
        refused(answer, 422, "invalid", "/organisation");
        assertThat(answer.json().path("detail").asText()).contains(council.name());
    }

    @Test
    void nulAndHalfSurrogatesAreRefused() {
        refused(
                editor.send("POST", "/v1/initiatives", draft(",\"problem\":\"a\\u0000b\"")),
                400,
                "malformed",
                "/problem");
        refused(
                editor.send("POST", "/v1/initiatives", draft(",\"problem\":\"a\\ud800b\"")),
                400,
                "malformed",
                "/problem");
    }

    @Test
    void aBodyThatIsNoJsonObjectIsRefused() {
        refused(editor.send("POST", "/v1/initiatives", "[]"), 400, "malformed", "");
        refused(editor.send("POST", "/v1/initiatives", "{\"title\":"), 400, "malformed", "");
        refused(editor.send("POST", "/v1/initiatives", draft("") + "x"), 400, "malformed", "");
        byte[] utf16 = draft("").getBytes(StandardCharsets.UTF_16);
        refused(editor.sendBytes("POST", "/v1/initiatives", BodyPublishers.ofByteArray(utf16)), 400, "malformed", "");
    }

    @Test
    void aBodyOfTwoMegabytesIsRefused() {
        String body = draft(",\"problem\":\"" + "x".repeat(2 << 20) + "\"");
        refused(editor.send("POST", "/v1/initiatives", body), 413, "too-large", "");
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) gzip.write(zeros);
        }
        Http.Answer answer = editor.sendBytes(
                "POST", "/v1/initiatives", BodyPublishers.ofByteArray(bomb.toByteArray()), "Content-Encoding", "gzip");
        refused(answer, 413, "too-large", "");
    }

    @Test
    void anotherContentTypeIsRefused() {
        refused(
                editor.send("POST", "/v1/initiatives", "x", "Content-Type", "text/plain"),
                415,
                "unsupported-media-type",
                "");
    }

    @Test
    void anAddressThatIsNotThereAndAMethodItDoesNotTakeAreSaid() {
        refused(anybody.get("/v1/nothing"), 404, "not-found", "");
        refused(anybody.get("/v1/initiatives/not-an-id"), 404, "not-found", "");
        refused(anybody.get("/v1/outcomes/not-an-id"), 404, "not-found", "");
        Http.Answer answer = editor.send("DELETE", "/v1/initiatives", null);
        refused(answer, 405, "method-not-allowed", "");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void queryParametersAreChecked() {
        refused(anybody.get("/v1/initiatives?limt=3"), 400, "unknown-field", "?limt");
        refused(anybody.get("/v1/initiatives?limit=abc"), 422, "invalid", "?limit");
        refused(anybody.get("/v1/initiatives?limit=0"), 422, "invalid", "?limit");
        refused(anybody.get("/v1/initiatives?phase=nearly"), 422, "invalid", "?phase");
        refused(anybody.get("/v1/initiatives?cursor=AAAA"), 400, "invalid-cursor", "?cursor");
        refused(anybody.get("/v1/initiatives?updatedSince=yesterday"), 422, "invalid", "?updatedSince");
        refused(anybody.get("/v1/events?types=%00"), 422, "invalid", "?types");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        for (int i = 0; i < 2; i++) editor.send("POST", "/v1/initiatives", draft(""));
        String next = editor.get("/v1/initiatives?state=draft&limit=1")
                .json()
                .path("next")
                .asText();
        assertThat(next).isNotEmpty();
        assertThat(editor.get("/v1/initiatives?state=draft&limit=1&cursor=" + next)
                        .status())
                .isEqualTo(200);
        refused(editor.get("/v1/initiatives?limit=1&cursor=" + next), 400, "invalid-cursor", "?cursor");
    }

    @Test
    void theNextLinkKeepsEveryFilter() {
        for (int i = 0; i < 2; i++) editor.send("POST", "/v1/initiatives", draft(""));
        String link = editor.get("/v1/initiatives?state=draft&organisation=" + council.slug() + "&limit=1")
                .header("Link");
        assertThat(link)
                .contains("state=draft", "organisation=" + council.slug(), "limit=1", "cursor=", "rel=\"next\"");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        Http.Answer made = editor.send("POST", "/v1/initiatives", draft(""));
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asText();
        assertThat(made.header("Location")).isEqualTo("/v1/initiatives/" + id);
        String path = "/v1/initiatives/" + id;
        refused(editor.send("PATCH", path, "{\"title\":\"x\"}"), 428, "precondition-required", "");
        Http.Answer changed = editor.send("PATCH", path, "{\"title\":\"x\"}", "If-Match", made.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        refused(
                editor.send("PATCH", path, "{\"title\":\"y\"}", "If-Match", made.header("ETag")),
                412,
                "version-conflict",
                "");
        refused(editor.send("PATCH", path, "{\"title\":\"y\"}", "If-Match", "nonsense"), 400, "malformed", "");
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        Http.Answer read = anybody.get("/v1/organisations/" + council.slug());
        Http.Answer again = anybody.get("/v1/organisations/" + council.slug(), "If-None-Match", read.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(read.header("Vary")).isEqualTo("Authorization, Accept");
    }

    @Test
    void aRepeatedRequestHasOneEffect() {
        String key = "k" + System.nanoTime();
        Http.Answer first = editor.send("POST", "/v1/initiatives", draft(""), "Idempotency-Key", key);
        Http.Answer second = editor.send("POST", "/v1/initiatives", draft(""), "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        refused(
                editor.send("POST", "/v1/initiatives", draft(",\"tags\":[\"x\"]"), "Idempotency-Key", key),
                422,
                "idempotency-mismatch",
                "");
    }

    @Test
    void aRepeatedKeyCreationComesWithoutTheSecret() {
        String body = "{\"label\":\"x\",\"role\":\"auditor\"}";
        String key = "k" + System.nanoTime();
        assertThat(admin.send("POST", "/v1/keys", body, "Idempotency-Key", key)
                        .json()
                        .path("secret")
                        .asText())
                .startsWith("crk_");
        assertThat(admin.send("POST", "/v1/keys", body, "Idempotency-Key", key)
                        .json()
                        .has("secret"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nBad Header",
                "GET /v1/caf\u00e9 HTTP/1.1\r\nHost: a",
                // where the request ends would be one thing here and another to a proxy
                "POST /v1/initiatives HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked",
                "POST /v1/initiatives HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4",
                "POST /v1/initiatives HTTP/1.1\r\nHost: a\r\nContent-Length : 3",
                "POST /v1/initiatives HTTP/1.1\r\nHost: a\r\nContent-Length: +3",
                "POST /v1/initiatives HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity",
                "GET /livez HTTP/1.1\r\nHost: a\r\nX-Long: a\r\n folded",
                "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b"
            })
    void malformedHttpIsAProblemToo(String head) throws IOException {
        assertThat(anybody.raw(head + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "nosniff");
    }

    @Test
    void whoeverIsNotUnderstoodIsToldThatTheConnectionEnds() throws IOException {
        assertThat(anybody.raw("GET /v1/services a HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("connection: close");
    }
}
