package org.councilregistry.api.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** What the tests of outcomes do alike. */
abstract class OutcomeCalls {
    static final String PATH = "/v1/outcomes";

    final RunningRegistry registry = RunningRegistry.shared();
    final Organisation council = registry.council();
    final Http anybody = new Http(registry.address(), null);
    final Http editor = as(Role.EDITOR, council);
    final Http contributor = as(Role.CONTRIBUTOR, council);
    final Http viewer = as(Role.VIEWER, council);
    final Http neighbour = as(Role.EDITOR, registry.council());
    final Http admin = as(Role.SECTOR_ADMIN, null);

    Http as(Role role, @Nullable Organisation organisation) {
        return new Http(registry.address(), registry.key(role, organisation));
    }

    Answer work(String more) {
        String body = "{\"organisation\":\"" + council.slug()
                + "\",\"title\":\"Missed bins\",\"summary\":\"Fewer of them.\",\"phase\":\"alpha\"" + more + "}";
        Answer answer = editor.send("POST", "/v1/initiatives", body);
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    Answer step(Answer work, String step) {
        Answer now = editor.get("/v1/initiatives/" + id(work));
        Answer answer = editor.send(
                "POST",
                "/v1/initiatives/" + id(work) + "/" + step,
                step.equals("withdraw") ? "{\"reason\":\"By mistake.\"}" : null,
                "If-Match",
                now.header("ETag"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    Answer published() {
        Answer work = work("");
        step(work, "publish");
        return work;
    }

    static String of(Answer work) {
        return "/v1/initiatives/" + id(work) + "/outcomes";
    }

    static String draft(String more) {
        return "{\"statement\":\"Fewer bins are missed.\",\"benefitArea\":\"outcomes-and-cost\"" + more + "}";
    }

    Answer made(Answer work, String more) {
        Answer answer = editor.send("POST", of(work), draft(more));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    static String path(Answer outcome) {
        return PATH + "/" + id(outcome);
    }

    static Answer patch(Http by, Answer current, String body) {
        return by.send("PATCH", path(current), body, "If-Match", current.header("ETag"));
    }

    static List<String> ids(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    static void refused(Answer answer, int status, String problem, String pointer) {
        assertThat(answer.response().body()).contains("/v1/problems/" + problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }
}
