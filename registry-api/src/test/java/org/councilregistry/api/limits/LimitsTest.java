package org.councilregistry.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who calls too often is told when to go on; nobody else is held up. */
class LimitsTest {
    /** So few a minute that the test is over before there is another. */
    private static final RunningRegistry registry = limited(Map.of());

    private static RunningRegistry limited(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "dw.meanings", "false",
                "dw.proxies", "1",
                "dw.limits.enabled", "true",
                "dw.limits.anonymous", "1",
                "dw.limits.key", "2",
                "dw.limits.writes", "1",
                "dw.limits.writesAtOnce", "3",
                "dw.limits.checks", "1",
                "dw.limits.keyChecks", "1",
                "dw.limits.failures", "2"));
        settings.putAll(more);
        return RunningRegistry.with(settings);
    }

    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));

    @AfterAll
    static void close() {
        registry.close();
    }

    private static Http.Answer publish(Http http, Organisation council, String key) {
        String path = "/v1/organisations/" + council.slug() + "/initiatives/" + key;
        return http.send("PUT", path, "{\"title\":\"Bins\",\"summary\":\"About bins.\",\"phase\":\"alpha\"}");
    }

    private static void refused(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void anAddressWithoutAKeyIsCountedAndHealthIsNot() {
        Http anonymous = new Http(registry.address(), null);
        Eventually.until(
                Duration.ofSeconds(5), () -> anonymous.get("/v1/services").status() == 429);
        Http.Answer answer = anonymous.get("/v1/services");
        refused(answer);
        assertThat(answer.header("RateLimit")).startsWith("\"address\";r=0;t=");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=1;w=60");
        assertThat(anonymous.get("/livez").status()).isEqualTo(200);
        assertThat(anonymous.get("/readyz").status()).isEqualTo(200);
        assertThat(editor.get("/v1/whoami").status())
                .as("a key is counted by itself")
                .isEqualTo(200);
    }

    @Test
    void whoComesThroughAProxyIsCountedByHerOwnAddress() {
        Http anybody = new Http(registry.address(), null);
        String here = "203.0.113.1";
        assertThat(through(anybody, here).status()).isEqualTo(200);
        refused(through(anybody, here));
        assertThat(through(anybody, "203.0.113.2").status()).isEqualTo(200);
        refused(through(anybody, "198.51.100.7, " + here));
        assertThat(through(anybody, here + ", 2001:db8::1").status()).isEqualTo(200);
        refused(through(anybody, "2001:db8::2"));
        refused(through(anybody, "203.0.113.2:50001"));
        refused(through(anybody, "[2001:db8::3]:50002"));
    }

    private static Http.Answer through(Http http, String forwarded) {
        return http.get("/v1/services", "X-Forwarded-For", forwarded);
    }

    @Test
    void readsAndChangesWithAKeyAreCountedApart() {
        assertThat(editor.get("/v1/whoami").header("RateLimit")).startsWith("\"key\";r=1");
        assertThat(editor.get("/v1/whoami").status()).isEqualTo(200);
        refused(editor.get("/v1/whoami"));
        for (int n = 0; n < 3; n++)
            assertThat(publish(editor, council, "b" + n).status()).isEqualTo(200);
        refused(publish(editor, council, "b3"));
    }

    @Test
    void aPublishThatChangesNothingCountsAsARead() {
        publish(editor, council, "bins");
        Http.Answer same = publish(editor, council, "bins");
        assertThat(same.json().path("outcome").asText()).isEqualTo("unchanged");
        assertThat(same.header("RateLimit")).startsWith("\"key\";r=1");
        publish(editor, council, "bins");
        assertThat(publish(editor, council, "more").header("RateLimit")).startsWith("\"writes\";r=1");
    }

    @Test
    void overlapChecksAreCountedByThemselves() {
        String draft = "{\"title\":\"Bins\"}";
        assertThat(editor.send("POST", "/v1/overlaps/check", draft).status()).isEqualTo(200);
        refused(editor.send("POST", "/v1/overlaps/check", draft));
        assertThat(editor.get("/v1/whoami").status()).isEqualTo(200);
    }

    @Test
    void keysCannotBeGuessedAndAGoodOneIsNotTouched() {
        assertThat(editor.get("/v1/whoami").status()).isEqualTo(200);
        Http guessing = new Http(registry.address(), "crk_guess");
        assertThat(IntStream.range(0, 2).map(n -> guessing.get("/v1/whoami").status()))
                .containsOnly(401);
        refused(guessing.get("/v1/whoami"));
        assertThat(editor.get("/v1/whoami").status()).isEqualTo(200);
    }

    @Test
    void whatOneNodeHasGivenTheOtherKnowsSoon() throws InterruptedException {
        try (RunningRegistry first = limited(Map.of("dw.limits.key", "120"));
                RunningRegistry second = first.beside()) {
            String key = first.key(Role.EDITOR, first.council());
            Http here = new Http(first.address(), key);
            Http there = new Http(second.address(), key);
            assertThat(there.get("/v1/whoami").header("RateLimit")).startsWith("\"key\";r=119");
            for (int n = 0; n < 100; n++) here.get("/v1/whoami");
            // the questions alone would not take so many
            int asked = 0;
            while (left(there) >= 80 && ++asked < 20) Thread.sleep(500);
            assertThat(asked).isLessThan(20);
        }
    }

    private static int left(Http http) {
        return Integer.parseInt(http.get("/v1/whoami").header("RateLimit").replaceAll(".*r=(\\d+).*", "$1"));
    }
}
