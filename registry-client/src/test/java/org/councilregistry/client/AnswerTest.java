package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.councilregistry.client.FakeServer.gzip;
import static org.councilregistry.client.FakeServer.json;
import static org.councilregistry.client.FakeServer.record;

import org.councilregistry.schema.BarrierKind;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from answers, also from those of a newer registry and of something that is none. */
class AnswerTest {
    private static final String NEWER = Samples.initiative(
                    1, ",\"mood\":{\"a\":[1]},\"barriers\":[{\"kind\":\"appetite\",\"since\":2026}]")
            .replace("\"alpha\"", "\"gamma\"");

    @Test
    void membersAndWordsOfANewerRegistryAreTolerated() {
        try (FakeServer server = new FakeServer(record("1-a", NEWER))) {
            Initiative read = server.client().initiatives().get(Samples.ID);
            assertThat(read.phase()).isEqualTo(Phase.UNKNOWN);
            assertThat(read.barriers().get(0).kind()).isEqualTo(BarrierKind.UNKNOWN);
        }
    }

    @Test
    void anEditLeavesThemAsTheyAre() {
        try (FakeServer server = new FakeServer(record("1-a", NEWER))) {
            server.client().initiatives().edit(Samples.ID, draft -> draft.withTitle("Bins"));
            assertThat(server.requests().get(1).body()).isEqualTo("{\"title\":\"Bins\"}");
        }
    }

    @Test
    void aWordThatIsNotKnownIsNeverSent() {
        try (FakeServer server = new FakeServer(record("1-a", NEWER))) {
            RegistryClient client = server.client();
            RegistryException e = catchThrowableOfType(
                    RegistryException.class,
                    () -> client.initiatives().register(Samples.draft().withPhase(Phase.UNKNOWN)));
            assertThat(e).hasMessageContaining("/phase").hasMessageContaining("newer client");
            RegistryException asked = catchThrowableOfType(
                    RegistryException.class,
                    () -> client.search()
                            .initiatives("bins")
                            .phase(Phase.UNKNOWN)
                            .page(5));
            assertThat(asked).hasMessageContaining("Phase.UNKNOWN");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void compressedAnswersAreReadRefusalsToo() {
        String refused = "{\"type\":\"/v1/problems/not-found\",\"title\":\"There is nothing here\",\"status\":404}";
        try (FakeServer server = new FakeServer(gzip(200, Samples.initiative(1, "")), gzip(404, refused))) {
            assertThat(server.client().initiatives().get(Samples.ID).title()).isEqualTo("Missed bins");
            RegistryException e = catchThrowableOfType(
                    RegistryException.class, () -> server.client().initiatives().get(Samples.ID));
            assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND);
            assertThat(e).hasMessage("404 There is nothing here");
            assertThat(server.requests().get(0).header("Accept-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void whatIsWrongWithSingleValuesIsSaid() {
        String refused =
                "{\"type\":\"/v1/problems/invalid\",\"title\":\"Some values are not acceptable\",\"status\":422,"
                        + "\"errors\":[{\"pointer\":\"/title\",\"code\":\"too-long\",\"message\":\"at most 200\"}]}";
        try (FakeServer server = new FakeServer(json(422, refused))) {
            RegistryException e = catchThrowableOfType(
                    RegistryException.class, () -> server.client().initiatives().register(Samples.draft()));
            assertThat(e.errors()).extracting(v -> v.pointer()).containsExactly("/title");
            assertThat(e).hasMessageContaining("/title at most 200");
        }
    }

    @Test
    void aProblemOfAnUnknownTypeIsAProblem() {
        try (FakeServer server = new FakeServer(
                json(418, "{\"type\":\"/v1/problems/teapot\",\"title\":\"Short and stout\",\"status\":418}"))) {
            RegistryException e = catchThrowableOfType(
                    RegistryException.class, () -> server.client().whoami());
            assertThat(e.type()).isEqualTo(ProblemType.UNKNOWN);
            assertThat(e.problem()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to the council's wireless network</html>", "", "null", "[]", "{\"id\":\"x"})
    void somethingThatIsNoRegistryIsSaidToBeNone(String body) {
        try (FakeServer server = new FakeServer(json(200, body), json(404, body))) {
            RegistryClient client =
                    RegistryClient.builder(server.address()).attempts(1).build();
            RegistryException unread = catchThrowableOfType(
                    RegistryException.class, () -> client.initiatives().get(Samples.ID));
            assertThat(unread).hasMessageContaining("cannot be read");
            RegistryException refused = catchThrowableOfType(
                    RegistryException.class, () -> client.initiatives().get(Samples.ID));
            assertThat(refused).hasMessageContaining("not as a registry does");
            assertThat(refused.problem()).isEmpty();
        }
    }
}
