package org.councilregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** However much there is to read, one answer takes so much memory and time, and nothing is left out. */
class LongFeedTest {
    private static final RunningRegistry REGISTRY = RunningRegistry.byWordsAlone();
    private static final int STEPS = 120;
    private static final int LETTERS = 90_000;

    private final Http reader = new Http(REGISTRY.address(), null);

    @AfterAll
    static void close() {
        REGISTRY.close();
    }

    private long head() {
        return reader.get("/v1/events?after=999999999").json().path("next").asLong();
    }

    private void sealed(long head) {
        Eventually.until(Duration.ofSeconds(30), () -> head() >= head);
    }

    private static Organisation large(Organisation council) throws JsonProcessingException {
        ObjectNode record = Json.MAPPER.valueToTree(council);
        return Json.MAPPER.treeToValue(record.put("name", "x".repeat(LETTERS)), Organisation.class);
    }

    /** A council's, and after which event it begins. */
    private record History(Organisation council, long before) {}

    private History longHistory() throws JsonProcessingException {
        long before = head() + 1;
        Organisation council = REGISTRY.council();
        sealed(before);
        Organisation large = large(council);
        Change change = Change.of("organisation.updated", large, council.id(), "public");
        for (int n = 0; n < STEPS; n++) {
            REGISTRY.wiring().databases().inTransaction(tx -> {
                new EventService().append(tx, Caller.system("test"), change);
                return null;
            });
        }
        sealed(before + STEPS);
        return new History(council, before);
    }

    @Test
    void largeEventsComeAFewAtATime() throws JsonProcessingException {
        History made = longHistory();
        long before = made.before();
        int read = 0;
        for (boolean more = true; more; ) {
            JsonNode answer =
                    reader.get("/v1/events?limit=1000&after=" + before).json();
            assertThat(answer.path("items")).hasSizeBetween(1, 45);
            read += answer.path("items").size();
            before = answer.path("next").asLong();
            more = answer.path("more").asBoolean();
        }
        assertThat(read).isEqualTo(STEPS);
        JsonNode history = reader.get("/v1/organisations/" + made.council().id() + "/history")
                .json()
                .path("items");
        assertThat(history).hasSizeBetween(1, 44);
        assertThat(history).allMatch(step -> step.path("type").asText().equals("organisation.updated"));
    }

    /** Whether somebody gets the whole log, if this happens after its first letter. */
    private static boolean whole(String key, Runnable meanwhile) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(REGISTRY.address() + "/v1/exports/events.jsonl"))
                .header("Authorization", "Bearer " + key)
                .build();
        try (InputStream log = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body()) {
            assertThat(log.read()).isEqualTo('{');
            meanwhile.run();
            log.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void anExportBreaksOffWhereTheKeyIsTakenBack() throws Exception {
        for (int n = 0; n < 2; n++) longHistory();
        String auditor = REGISTRY.key(Role.AUDITOR, null);
        assertThat(whole(auditor, () -> {})).isTrue();
        assertThat(whole(auditor, () -> new Http(REGISTRY.address(), auditor).send("POST", "/v1/whoami/revoke", null)))
                .isFalse();
    }

    private static void owner(String sql) {
        REGISTRY.owner().useHandle(h -> h.execute(sql));
    }

    @Test
    void anExportThatFailsInTheMiddleLooksWholeToNobody() throws IOException {
        owner(
                "insert into organisations (id, slug, name, name_keys, kind)"
                        + " select gen_random_uuid(), 'o' || n, 'Council number ' || n, '{}', 'other' from generate_series(1, 150) n");
        String last = "where id = (select max(id::text)::uuid from organisations)";
        for (String version : List.of("1.0", "1.1")) {
            String request = "GET /v1/exports/organisations.jsonl HTTP/" + version
                    + "\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                    + REGISTRY.key(Role.AUDITOR, null) + "\r\n\r\n";
            String whole = reader.raw(request);
            assertThat(whole).contains("Council number 150");
            assertThat(whole.length() / 150 * 100)
                    .as("more than Jersey keeps, less than the server does")
                    .isBetween(8_192, 32_768);
            owner("update organisations set identifiers = '[5]' " + last);
            assertThatThrownBy(() -> reader.raw(request)).as(version).isInstanceOf(IOException.class);
            owner("update organisations set identifiers = '[]' " + last);
        }
    }

    @Test
    void rareEventsAreLookedForInStretches() {
        REGISTRY.wiring().databases().jdbi().useHandle(h -> h.execute("""
                with e as (
                  insert into events (id, type, subject_type, subject_id, subject_version, audience, tombstone, request_id, digest)
                  select gen_random_uuid(), 'organisation.hidden', 'organisation', gen_random_uuid(), 1, 'public', true,
                         'test', sha256('')
                  from generate_series(1, 20001)
                  returning seq)
                insert into event_queue (seq) select seq from e
                """));
        sealed(20_001);
        JsonNode first = reader.get("/v1/events?types=succession&after=0").json();
        assertThat(first.path("items")).isEmpty();
        assertThat(first.path("next").asInt()).isEqualTo(20_000);
        assertThat(first.path("more").asBoolean()).isTrue();
        JsonNode last = reader.get("/v1/events?types=succession&after=20000").json();
        assertThat(last.path("next").asLong()).isEqualTo(head());
        assertThat(last.path("more").asBoolean()).isFalse();
    }
}
