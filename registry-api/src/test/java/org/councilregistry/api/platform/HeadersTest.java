package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** What the answers tell browsers and caches, and what they do not tell. */
class HeadersTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http anybody = new Http(registry.address(), null);
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));

    @Test
    void aBrowserDoesNothingWithAnAnswerButShowIt() {
        List<Http.Answer> answers = List.of(
                anybody.get("/v1/whoami"),
                editor.get("/v1/whoami"),
                anybody.get("/v1/nothing"),
                anybody.get("/v1//whoami"),
                editor.send(
                        "PUT",
                        "/v1/organisations/" + council.slug() + "/initiatives/a",
                        "x",
                        "Content-Type",
                        "text/plain"));
        assertThat(answers).extracting(Http.Answer::status).containsExactly(200, 200, 404, 400, 415);
        for (Http.Answer answer : answers) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            assertThat(answer.header("Server") + answer.header("X-Powered-By") + answer.header("Set-Cookie"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsAskedWithAKeyIsKeptNowhere() {
        assertThat(editor.get("/v1/whoami").header("Cache-Control")).isEqualTo("no-store");
        String publish = "/v1/organisations/" + council.slug() + "/initiatives/a";
        assertThat(editor.send("PUT", publish, "x", "Content-Type", "text/plain")
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void otherSitesScriptsReadWhatAnybodyReadsAndNothingElse() {
        assertThat(anybody.get("/v1/whoami").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        Http.Answer known = editor.get("/v1/whoami", "Origin", "https://elsewhere.example");
        assertThat(known.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(known.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void noPageOfAnotherSiteChangesAnything() {
        for (String site : List.of("cross-site", "same-site", "")) {
            Http.Answer answer = register("Sec-Fetch-Site", site);
            assertThat(answer.status()).as(site).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("forbidden");
        }
        for (String site : List.of("same-origin", "none"))
            assertThat(register("Sec-Fetch-Site", site).status()).as(site).isEqualTo(201);
        assertThat(register().status()).as("no browser").isEqualTo(201);
        Http.Answer read =
                anybody.send("POST", "/v1/overlaps/check", "{\"title\":\"Bins\"}", "Sec-Fetch-Site", "cross-site");
        assertThat(read.status()).as("nothing is changed").isEqualTo(200);
    }

    private Http.Answer register(String... headers) {
        return editor.send("POST", "/v1/initiatives", draft(), headers);
    }

    private String draft() {
        return "{\"organisation\":\"" + council.slug() + "\",\"title\":\"Bins\",\"summary\":\"s\",\"phase\":\"alpha\"}";
    }

    @Test
    void nobodyIsSentToAHostThatTheCallerNames() throws IOException {
        String body = draft();
        String answer = anybody.raw("POST /v1/initiatives HTTP/1.1\r\nHost: elsewhere.example\r\nX-Forwarded-Host:"
                + " elsewhere.example\r\nAuthorization: Bearer " + registry.key(Role.EDITOR, council)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 201").contains("Location: /v1/initiatives/");
        assertThat(answer).doesNotContain("elsewhere.example");
        String id = editor.send(
                        "PUT",
                        "/v1/organisations/" + council.slug() + "/initiatives/moved",
                        "{\"title\":\"Bins\",\"summary\":\"s\",\"phase\":\"alpha\"}")
                .json()
                .path("initiative")
                .path("id")
                .asText();
        String moved = anybody.raw(
                "GET /initiatives/" + id + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");
        assertThat(moved).startsWith("HTTP/1.1 308").contains("Location: /initiatives/");
        assertThat(moved).doesNotContain("elsewhere.example");
    }

    @Test
    void aKeyIsTakenFromItsHeaderAlone() {
        String key = registry.key(Role.EDITOR, council);
        assertThat(anybody.get("/v1/whoami", "Cookie", "Authorization=Bearer " + key)
                        .json()
                        .path("role")
                        .asText())
                .isEqualTo("public");
        assertThat(anybody.get("/v1/whoami?access_token=" + key).status()).isEqualTo(400);
    }

    @Test
    void whoAsksForTheHeadIsToldWhatTheBodyWouldBe() {
        register();
        for (String path :
                List.of("/v1/services", "/v1/search?q=bins", "/v1/nothing", "/openapi.yaml", "/", "/search?q=x")) {
            Http.Answer whole = anybody.get(path, "Accept-Encoding", "identity");
            Http.Answer head = anybody.send("HEAD", path, null);
            assertThat(head.response().body()).isEmpty();
            for (String header : List.of("Content-Length", "ETag", "Content-Type"))
                assertThat(head.header(header)).as(path + " " + header).isEqualTo(whole.header(header));
            assertThat(Integer.parseInt(head.header("Content-Length"))).as(path).isPositive();
            assertThat(head.status()).isEqualTo(whole.status());
        }
        assertThat(anybody.send("HEAD", "/v1/exports/initiatives.csv", null).header("Content-Length"))
                .as("nobody knows before")
                .isEmpty();
    }

    @Test
    void traceIsNotAnswered() {
        assertThat(anybody.send("TRACE", "/v1/whoami", null).status()).isEqualTo(405);
    }
}
