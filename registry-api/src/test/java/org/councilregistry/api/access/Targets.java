package org.councilregistry.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Role;

/** Records of one council in every state and visibility, for callers to try what they may do to them. */
final class Targets {
    private static final List<String> STATES = List.of("draft", "published", "archived", "withdrawn");
    private static final List<String> VISIBILITIES = List.of("public", "sector", "organisation");

    private final RunningRegistry registry;
    private final Callers callers;
    private final Http admin;
    private final Http editor;

    Targets(RunningRegistry registry, Callers callers) {
        this.registry = registry;
        this.callers = callers;
        admin = callers.named("sector-admin");
        editor = callers.named("own editor");
    }

    /**
     * A record.
     *
     * @param state what stands in the table
     * @param id what stands for {@code {id}} in addresses and bodies
     * @param key what stands for {@code {externalId}}
     */
    record Target(String state, String visibility, String id, String key) {}

    /** What does not exist: whatever is hidden must be answered like it. */
    static Target absent() {
        return new Target("absent", "-", UUID.randomUUID().toString(), "absent");
    }

    List<Target> initiatives() {
        List<Target> targets = new ArrayList<>();
        for (String state : STATES) {
            for (String visibility : VISIBILITIES) targets.add(initiative(state, visibility));
        }
        targets.add(absent());
        return targets;
    }

    private JsonNode sent(Http caller, String method, String path, String body, String... headers) {
        Http.Answer answer = caller.send(method, path, body, headers);
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.response().body())
                .isBetween(200, 201);
        return answer.json();
    }

    private void step(String path, String step, String body) {
        sent(
                editor,
                "POST",
                path + "/" + step,
                body,
                "If-Match",
                editor.get(path).header("ETag"));
    }

    private Target initiative(String state, String visibility) {
        String key = state + "-" + visibility;
        String text =
                "{\"organisation\":\"%s\",\"externalId\":\"%s\",\"title\":\"%s work for %s\",\"summary\":\"Done.\","
                        + "\"phase\":\"alpha\",\"visibility\":\"%s\"}";
        String id = sent(
                        editor,
                        "POST",
                        "/v1/initiatives",
                        text.formatted(callers.council.slug(), key, state, visibility, visibility))
                .path("id")
                .asText();
        String path = "/v1/initiatives/" + id;
        if (!state.equals("draft")) step(path, "publish", "{}");
        if (state.equals("archived")) step(path, "archive", "");
        if (state.equals("withdrawn")) step(path, "withdraw", "{\"reason\":\"It never began.\"}");
        return new Target(state, visibility, id, key);
    }

    /** An outcome of each of these initiatives. */
    List<Target> outcomes(List<Target> initiatives) {
        List<Target> targets = new ArrayList<>();
        for (Target target : initiatives) {
            if (target.state().equals("absent")) continue;
            String body =
                    "{\"initiative\":\"" + target.id() + "\",\"statement\":\"Fewer calls\",\"benefitArea\":\"place\"}";
            String id = sent(admin, "POST", "/v1/outcomes", body).path("id").asText();
            targets.add(new Target(target.state(), target.visibility(), id, ""));
        }
        targets.add(absent());
        return targets;
    }

    List<Target> components() {
        List<Target> targets = new ArrayList<>();
        for (String state : List.of("draft", "listed", "withdrawn")) {
            for (String visibility : VISIBILITIES) {
                String first = state.equals("draft") ? "draft" : "listed";
                String body = "{\"organisation\":\"" + callers.council.slug() + "\",\"name\":\"" + state + " part for "
                        + visibility + "\",\"kind\":\"software\",\"state\":\"" + first + "\",\"visibility\":\""
                        + visibility + "\"}";
                String id =
                        sent(editor, "POST", "/v1/components", body).path("id").asText();
                if (state.equals("withdrawn")) {
                    step("/v1/components/" + id, "withdraw", "{\"reason\":\"It was never ours.\"}");
                }
                targets.add(new Target(state, visibility, id, ""));
            }
        }
        targets.add(absent());
        return targets;
    }

    List<Target> keys() {
        String body = "{\"label\":\"spare\",\"role\":\"viewer\",\"organisation\":\"" + callers.council.slug() + "\"}";
        String id = sent(admin, "POST", "/v1/keys", body).path("id").asText();
        return List.of(new Target("live", "-", id, ""), absent());
    }

    List<Target> members() {
        String body = "{\"role\":\"viewer\",\"organisation\":\"" + callers.council.slug() + "\"}";
        String id = sent(admin, "POST", "/v1/members", body).path("id").asText();
        return List.of(new Target("invited", "-", id, ""), absent());
    }

    List<Target> joiningRequests(String token) {
        Http person = new Http(registry.address(), token);
        String body = "{\"organisation\":\"" + callers.council.slug() + "\"}";
        String id =
                sent(person, "POST", "/v1/joining-requests", body).path("id").asText();
        return List.of(new Target("open", "-", id, ""), absent());
    }

    List<Target> organisations() {
        return List.of(new Target("active", "-", callers.council.slug(), ""), absent());
    }

    /** Pairs of the council's work with a third council's. */
    List<Target> pairs() {
        List<Target> targets = new ArrayList<>();
        for (String visibility : List.of("public", "sector")) {
            String word = "allotments" + Long.toString(System.nanoTime(), 36);
            String body = "{\"title\":\"" + word + "a " + word + "b " + word + "c\",\"summary\":\"" + word + "d " + word
                    + "e " + word + "f " + word + "g " + word + "h\",\"phase\":\"alpha\",\"visibility\":\""
                    + visibility + "\"}";
            var third = registry.council();
            Http there = new Http(registry.address(), registry.key(Role.EDITOR, third));
            sent(there, "PUT", "/v1/organisations/" + third.slug() + "/initiatives/" + word, body);
            sent(editor, "PUT", "/v1/organisations/" + callers.council.slug() + "/initiatives/" + word, body);
            String list = "/v1/overlaps?organisation=" + third.slug();
            Eventually.until(
                    Duration.ofSeconds(60),
                    () -> admin.get(list).json().path("items").size() == 1);
            String id = admin.get(list).json().path("items").path(0).path("id").asText();
            targets.add(new Target("open", visibility, id, ""));
        }
        targets.add(absent());
        return targets;
    }
}
