package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;

/** A council with work in every state, for pages to show. */
final class Planted {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Organisation council;
    final Http editor;

    Planted(RunningRegistry registry) {
        council = registry.council();
        editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    }

    /** A draft with these words. */
    static ObjectNode draft(String title, String summary) {
        return JSON.createObjectNode()
                .put("title", title)
                .put("summary", summary)
                .put("phase", "alpha");
    }

    /** Publishes an initiative. */
    JsonNode publish(String key, ObjectNode draft) {
        Http.Answer answer =
                editor.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/" + key, text(draft));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("initiative");
    }

    /** Keeps an initiative as a draft. */
    JsonNode keep(ObjectNode draft) {
        Http.Answer answer = editor.send("POST", "/v1/initiatives", text(draft.put("organisation", council.slug())));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json();
    }

    /** Lists a component. */
    JsonNode offer(ObjectNode draft) {
        draft.put("organisation", council.slug()).put("kind", "software").put("state", "listed");
        Http.Answer answer = editor.send("POST", "/v1/components", text(draft));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json();
    }

    /** Adds an outcome to an initiative. */
    void outcome(JsonNode initiative, ObjectNode draft) {
        draft.put("initiative", initiative.path("id").asText()).put("benefitArea", "place");
        Http.Answer answer = editor.send("POST", "/v1/outcomes", text(draft));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    /** Takes an initiative back. */
    void withdraw(JsonNode initiative, String reason) {
        String path = "/v1/initiatives/" + initiative.path("id").asText();
        Http.Answer answer = editor.send(
                "POST",
                path + "/withdraw",
                text(JSON.createObjectNode().put("reason", reason)),
                "If-Match",
                editor.get(path).header("ETag"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Every address that shows what this council has published. */
    List<String> addresses(JsonNode initiative, String words) {
        String slug = initiative.path("slug").asText(initiative.path("id").asText());
        String owner = "organisation=" + council.slug();
        return List.of(
                "/",
                "/initiatives?" + owner,
                "/initiatives?q=" + words + "&" + owner,
                "/initiatives/" + slug,
                "/initiatives/" + slug + "/history",
                "/initiatives.atom?" + owner,
                "/initiatives.csv?" + owner,
                "/components?" + owner,
                "/components?q=" + words,
                "/organisations?q=" + words,
                "/organisations/" + council.slug(),
                "/organisations/" + council.slug() + "/board-paper",
                "/services",
                "/v1/exports/initiatives.csv",
                "/v1/exports/initiatives.jsonl",
                "/v1/exports/components.csv",
                "/v1/exports/components.jsonl",
                "/v1/exports/organisations.csv",
                "/v1/exports/organisations.jsonl");
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
