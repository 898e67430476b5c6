package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** A council of its own with those who call for it, and the calls that tests of components make. */
abstract class ComponentCalls {
    static final String PATH = "/v1/components";

    final RunningRegistry registry = RunningRegistry.shared();
    final Organisation council = registry.council();
    final Http anybody = new Http(registry.address(), null);
    final Http editor = as(Role.EDITOR, council);
    final Http contributor = as(Role.CONTRIBUTOR, council);
    final Http neighbour = as(Role.EDITOR, registry.council());
    final Http admin = as(Role.SECTOR_ADMIN, null);
    final String unique = Long.toString(System.nanoTime(), 36);

    Http as(Role role, @Nullable Organisation organisation) {
        return new Http(registry.address(), registry.key(role, organisation));
    }

    String draft(String more) {
        return "{\"organisation\":\"" + council.slug() + "\",\"name\":\"Bin day " + unique + "\",\"kind\":\"software\""
                + more + "}";
    }

    String repository(String name) {
        return ",\"repository\":\"https://git.example/" + unique + "/" + name + "\"";
    }

    Answer made(Http by, String body) {
        Answer answer = by.send("POST", PATH, body);
        assertThat(answer.response().body()).contains("\"id\"");
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    static String path(Answer answer) {
        return PATH + "/" + answer.json().path("id").asText();
    }

    static Answer patch(Http by, Answer current, String body) {
        return by.send("PATCH", path(current), body, "If-Match", current.header("ETag"));
    }

    static void refused(Answer answer, int status, String problem, String pointer) {
        assertThat(answer.response().body()).contains("/v1/problems/" + problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    static String owner(Http by) {
        return by.get("/v1/whoami").json().path("organisation").path("slug").asText();
    }

    static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    static List<String> ids(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
