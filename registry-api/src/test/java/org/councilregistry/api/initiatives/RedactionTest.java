package org.councilregistry.api.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Everywhere;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A text that was redacted is nowhere any more: not in what was derived from it, and in no table. */
class RedactionTest {
    private static final RunningRegistry registry = RunningRegistry.byWordsAlone();

    private final Organisation council = registry.council();
    private final Organisation neighbour = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, council));
    private final Http there = new Http(registry.address(), registry.key(Role.EDITOR, neighbour));
    private final Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
    private final Http anybody = new Http(registry.address(), null);
    private final String marker = "zq" + Long.toString(System.nanoTime(), 36);
    private final String common = "yk" + Long.toString(System.nanoTime(), 36);

    @AfterAll
    static void close() {
        registry.close();
    }

    private String publish(Http by, Organisation owner, String word) {
        String text = "People report " + common + "a and " + common + "b and " + common + "c at the " + common + "d.";
        String body = "{\"title\":\"" + common + "a " + common + "b\",\"summary\":\"" + text + "\",\"problem\":\""
                + text
                + " We call it " + word + " here.\",\"phase\":\"alpha\",\"phaseNote\":\"" + word + "\",\"approach\":\""
                + word + "\",\"users\":\"" + word + "\",\"department\":\"" + word + "\",\"tags\":[\"" + word
                + "\"],\"links\":[{\"url\":\"https://example.org/" + word + "\"}],\"learning\":\"" + word
                + "\",\"contact\":{\"name\":\"" + word + "\"},\"suppliers\":[\"" + word + "\"]}";
        Http.Answer answer = by.send("PUT", "/v1/organisations/" + owner.slug() + "/initiatives/" + word, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("initiative").path("id").asText();
    }

    private Set<String> found(String id, String slug) {
        Map<String, Http.Answer> places = new TreeMap<>();
        places.put("record", admin.get("/v1/initiatives/" + id));
        places.put("history", admin.get("/v1/initiatives/" + id + "/history"));
        places.put("feed", admin.get("/v1/events?limit=1000"));
        places.put("log", admin.get("/v1/exports/events.jsonl"));
        places.put("csv", admin.get("/v1/exports/initiatives.csv"));
        places.put("jsonl", anybody.get("/v1/exports/initiatives.jsonl"));
        places.put("overlaps", admin.get("/v1/overlaps"));
        places.put("outcomes", admin.get("/v1/outcomes?organisation=" + council.slug()));
        places.put("page", anybody.get("/initiatives/" + slug));
        places.put("feed of the list", anybody.get("/initiatives.atom"));
        Http.Answer search = anybody.get("/v1/search?q=" + marker);
        TreeSet<String> found = new TreeSet<>();
        if (!search.json().path("items").isEmpty()) found.add("search");
        places.forEach((place, answer) -> {
            if (answer.response().body().toLowerCase(Locale.ROOT).contains(marker)) found.add(place);
        });
        found.addAll(Everywhere.tables(registry.wiring().databases(), marker));
        return found;
    }

    @Test
    void aTextThatWasRedactedIsNowhere() {
        publish(there, neighbour, "otherwise");
        String id = publish(editor, council, marker);
        Http.Answer outcome = editor.send(
                "POST",
                "/v1/initiatives/" + id + "/outcomes",
                "{\"statement\":\"" + marker + "\",\"benefitArea\":\"place\",\"measure\":\"" + marker + "\"}");
        assertThat(outcome.status()).as(outcome.response().body()).isEqualTo(201);
        String slug = anybody.get("/v1/initiatives/" + id).json().path("slug").asText();
        Eventually.until(
                Duration.ofSeconds(60), () -> found(id, slug).containsAll(List.of("overlap_pairs", "search", "log")));
        assertThat(found(id, slug))
                .contains("record", "feed", "log", "csv", "jsonl", "page", "search", "outcomes")
                .contains(
                        "initiatives",
                        "initiative_phases",
                        "initiative_sources",
                        "events",
                        "outcomes",
                        "overlap_pairs");
        String tag = editor.get("/v1/initiatives/" + id).header("ETag");
        Http.Answer redacted =
                editor.send("POST", "/v1/initiatives/" + id + "/redact", "{\"reason\":\"a mistake\"}", "If-Match", tag);
        assertThat(redacted.status()).isEqualTo(200);
        Eventually.until(Duration.ofSeconds(20), () -> found(id, slug).isEmpty());
        Http.Answer nightly = editor.send(
                "PUT",
                "/v1/organisations/" + council.slug() + "/initiatives/" + marker,
                "{\"title\":\"" + marker + "\",\"summary\":\"" + marker + "\",\"phase\":\"alpha\"}");
        assertThat(nightly.status()).as("its publisher does not bring it back").isEqualTo(409);
        assertThat(found(id, slug)).isEmpty();
        assertThat(new AuditCheck(registry.wiring().databases()).run().fault()).isNull();
    }
}
