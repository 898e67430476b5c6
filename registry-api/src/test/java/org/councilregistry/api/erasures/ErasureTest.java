package org.councilregistry.api.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Everywhere;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.initiatives.InitiativeDao;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A person who was erased is nowhere any more: looked for everywhere where she was, and in every table. */
class ErasureTest {
    private static final RunningRegistry registry = RunningRegistry.byWordsAlone();

    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    private final Http viewer = new Http(registry.address(), registry.key(Role.VIEWER, registry.council()));
    private final Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
    private final Http auditor = new Http(registry.address(), registry.key(Role.AUDITOR, null));
    private final String marker = "jq" + Long.toString(System.nanoTime(), 36);
    private final String request = "request" + System.nanoTime();
    private final String email = marker + "@example.org";

    @AfterAll
    static void close() {
        registry.close();
    }

    private String publish(String key, String contact, String more) {
        String body = "{\"title\":\"Bins " + key + "\",\"summary\":\"About bins.\",\"phase\":\"alpha\",\"contact\":"
                + contact + more + "}";
        Http.Answer answer = editor.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/" + key, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("initiative").path("id").asText();
    }

    private String her(String written) {
        return "{\"name\":\"Kim " + marker + "\",\"role\":\"owner\",\"email\":\"" + written + "\"}";
    }

    private Http.Answer erase(String written) {
        Http.Answer answer = admin.send(
                "POST",
                "/v1/erasures",
                "{\"email\":\"" + written + "\",\"reason\":\"asked for it\"}",
                "Idempotency-Key",
                request);
        assertThat(Everywhere.tables(registry.wiring().databases(), request))
                .as("a hash of the request would be a note of her")
                .isEmpty();
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    /** What each place says, by its name. */
    private Map<String, String> places(String id) {
        Map<String, String> places = new TreeMap<>();
        String slug = viewer.get("/v1/initiatives/" + id).json().path("slug").asText();
        places.put("record", body(viewer, "/v1/initiatives/" + id));
        places.put("history", body(editor, "/v1/initiatives/" + id + "/history"));
        places.put("list", body(viewer, "/v1/initiatives?limit=200"));
        places.put("feed", body(admin, "/v1/events?limit=1000"));
        places.put("csv", body(viewer, "/v1/exports/initiatives.csv"));
        places.put("jsonl", body(viewer, "/v1/exports/initiatives.jsonl"));
        places.put("log", body(auditor, "/v1/exports/events.jsonl"));
        places.put("page", body(viewer, "/initiatives/" + slug));
        places.put("page of the history", body(viewer, "/initiatives/" + slug + "/history"));
        for (String words : List.of(marker, email)) {
            String query = words.replace("@", "%40");
            places.put(
                    "search for " + words, body(viewer, "/v1/search?q=" + query).replace(words, ""));
            places.put(
                    "suggest " + words,
                    body(viewer, "/v1/search/suggest?q=" + query).replace(words, ""));
        }
        return places;
    }

    private static String body(Http reader, String path) {
        Http.Answer answer = reader.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.response().body();
    }

    private Set<String> found(String id) {
        TreeSet<String> found = new TreeSet<>();
        places(id).forEach((place, said) -> {
            if (said.toLowerCase(Locale.ROOT).contains(marker)) found.add(place);
        });
        found.addAll(Everywhere.tables(registry.wiring().databases(), marker));
        return found;
    }

    @Test
    void aPersonWhoWasErasedIsNowhere() {
        String id = publish("a", her(email), "");
        publish("a", "{\"name\":\"KIM " + marker + "\",\"email\":null}", "");
        publish("a", her(email.toUpperCase(Locale.ROOT)), ",\"tags\":[\"x\"]");
        String draft = "{\"organisation\":\"" + council.slug()
                + "\",\"title\":\"Drafted\",\"summary\":\"s\",\"phase\":\"idea\",\"contact\":" + her(email) + "}";
        assertThat(editor.send("POST", "/v1/initiatives", draft).status()).isEqualTo(201);
        String other = publish("b", "{\"name\":\"Somebody else\",\"email\":\"other@example.org\"}", "");
        Eventually.until(Duration.ofSeconds(20), () -> places(id).get("log").contains(email.toUpperCase(Locale.ROOT)));
        assertThat(found(id))
                .contains("record", "history", "list", "feed", "csv", "jsonl", "log")
                .contains("initiatives", "initiative_sources", "events");
        JsonNode said = erase(email).json();
        assertThat(said.path("records").asInt()).isEqualTo(2);
        assertThat(said.path("events").asInt()).isEqualTo(4);
        assertThat(said.path("publishers").path(0).path("slug").asText()).isEqualTo(council.slug());
        assertThat(said.path("mentions")).isEmpty();
        Eventually.until(Duration.ofSeconds(60), () -> found(id).isEmpty());
        assertThat(body(viewer, "/v1/initiatives/" + other)).contains("other@example.org");
        assertThat(places(id).get("history")).contains("contact-erased", "asked for it");
        assertThat(viewer.get("/v1/initiatives/" + id)
                        .json()
                        .path("completeness")
                        .path("missing")
                        .toString())
                .contains("contact");
        AuditCheck.Report log = new AuditCheck(registry.wiring().databases()).run();
        assertThat(log.fault()).isNull();
        assertThat(log.redacted()).isGreaterThanOrEqualTo(4);
        assertThat(erase(email).json().path("records").asInt()).isZero();
    }

    @Test
    void anOrganisationWhoseSystemGoesOnSendingHerBringsHerBack() {
        String id = publish("c", her(email), "");
        assertThat(erase(email).json().path("publishers")).hasSize(1);
        publish("c", her(email), "");
        assertThat(body(viewer, "/v1/initiatives/" + id)).contains(email);
        publish("c", "{\"name\":\"Successor\",\"email\":null}", "");
        assertThat(erase(email).json().path("records").asInt()).isEqualTo(1);
        assertThat(body(viewer, "/v1/initiatives/" + id)).contains("Successor");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void whatIsChangedMeanwhileDoesNotKeepHer() throws Exception {
        String id = publish("m", her(email), "");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> editing =
                CompletableFuture.runAsync(() -> registry.wiring().databases().inTransaction(tx -> {
                    retitle(tx, UUID.fromString(id));
                    written.countDown();
                    await(goOn);
                    return null;
                }));
        await(written);
        CompletableFuture<Http.Answer> erasing = CompletableFuture.supplyAsync(() -> erase(email));
        Eventually.until(Duration.ofSeconds(20), this::somebodyWaitsForALock);
        goOn.countDown();
        editing.get(20, TimeUnit.SECONDS);
        assertThat(erasing.get(20, TimeUnit.SECONDS).json().path("events").asInt())
                .isEqualTo(2);
        Eventually.until(Duration.ofSeconds(60), () -> found(id).isEmpty());
    }

    /** As an edit does: the row is written, then its event, and the transaction goes on for a while. */
    private void retitle(Handle tx, UUID id) {
        tx.execute("update initiatives set title = 'Retitled', version = version + 1 where id = ?", id);
        Initiative changed =
                tx.attach(InitiativeDao.class).find(id, Caller.system("test")).orElseThrow();
        new EventService()
                .append(tx, Caller.system("test"), Change.of("initiative.updated", changed, council.id(), "public"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean somebodyWaitsForALock() {
        return registry.wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select exists (select 1 from pg_locks where not granted)")
                        .mapTo(Boolean.class)
                        .one());
    }

    @Test
    void aTextThatNamesHerIsSaidToDoSo() {
        String id = publish("e", her(email), ",\"problem\":\"Write to " + email + "\"");
        JsonNode said = erase(email.toUpperCase(Locale.ROOT)).json();
        assertThat(said.path("mentions").findValuesAsText("id")).contains(id);
        String path = "/v1/initiatives/" + id;
        String tag = editor.get(path).header("ETag");
        editor.send("PATCH", path, "{\"problem\":\"Write to us\"}", "If-Match", tag);
        erase(email);
        publish("e", "null", ",\"problem\":\"Write to us\"");
        assertThat(erase(email).json().path("mentions")).isEmpty();
        assertThat(found(id)).isEmpty();
    }

    @Test
    void theReasonMayNotNameHerAndNobodyElseMayErase() {
        Http.Answer named =
                admin.send("POST", "/v1/erasures", "{\"email\":\"" + email + "\",\"reason\":\"" + email + " asked\"}");
        assertThat(named.status()).isEqualTo(422);
        assertThat(named.response().body()).doesNotContain(marker);
        assertThat(editor.send("POST", "/v1/erasures", "{\"email\":\"" + email + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theClientErases() {
        publish("f", her(email), "");
        RegistryClient client = RegistryClient.builder(registry.address())
                .apiKey(registry.key(Role.SECTOR_ADMIN, null))
                .build();
        assertThat(client.erasures().erase(email, "asked for it").records()).isEqualTo(1);
    }
}
