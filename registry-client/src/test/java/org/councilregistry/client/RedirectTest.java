package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.councilregistry.client.FakeServer.json;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the registry points on, and where the key may go. */
class RedirectTest {
    private static final FakeServer.Answer READ = json(200, Samples.initiative(1, ""), "ETag", "\"1-a\"");

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aReaderFollowsWithinTheRegistry(int status) {
        try (FakeServer server = new FakeServer(json(status, "", "Location", "/v1/initiatives/" + Samples.ID), READ)) {
            server.client().initiatives().get("old-slug");
            assertThat(server.requests().get(1).path()).isEqualTo("/v1/initiatives/" + Samples.ID);
            assertThat(server.requests().get(1).header("Authorization")).isEqualTo("Bearer crk_test");
        }
    }

    @Test
    void aWriterSendsTheSameThingOn() {
        try (FakeServer server = new FakeServer(json(308, "", "Location", "/moved"), READ)) {
            server.client().initiatives().register(Samples.draft());
            assertThat(server.methods()).containsExactly("POST", "POST");
            assertThat(server.requests().get(1).body())
                    .isEqualTo(server.requests().get(0).body());
            assertThat(server.requests().get(1).header("Idempotency-Key"))
                    .isEqualTo(server.requests().get(0).header("Idempotency-Key"));
        }
    }

    @Test
    void theKeyIsSentNowhereElse() {
        try (FakeServer other = new FakeServer(READ);
                FakeServer server = new FakeServer(json(308, "", "Location", other.address() + "/v1/whoami"))) {
            assertThatThrownBy(() -> server.client().whoami())
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("the key is not sent there");
            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aCircleEnds() {
        try (FakeServer server = new FakeServer(json(307, "", "Location", "/v1/whoami"))) {
            assertThatThrownBy(() -> server.client().whoami()).hasMessageContaining("without end");
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void aBrokenLocationIsSaidToBeOne() {
        try (FakeServer server = new FakeServer(json(307, "", "Location", "http://[broken"))) {
            assertThatThrownBy(() -> server.client().whoami())
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("no address");
        }
    }

    @Test
    void aClientThatFollowsByItselfIsRefused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        try (FakeServer server = new FakeServer(READ)) {
            assertThatThrownBy(() -> RegistryClient.builder(server.address()).httpClient(follows))
                    .hasMessageContaining("must not follow redirects");
        }
    }
}
