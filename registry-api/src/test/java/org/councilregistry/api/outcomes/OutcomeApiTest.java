package org.councilregistry.api.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.junit.jupiter.api.Test;

class OutcomeApiTest extends OutcomeCalls {
    @Test
    void anOutcomeKeepsItsFiguresAndBelongsToTheWorksOrganisation() {
        Answer work = published();
        Answer made = made(
                work,
                ",\"unit\":\"gbp\",\"kind\":\"cashable\",\"period\":\"per-year\",\"baseline\":120000.50,\"target\":90000.00,"
                        + "\"actual\":1e5,\"measuredOn\":\"2025-03-31\",\"assurance\":\"evidenced\","
                        + "\"evidence\":[{\"url\":\"https://council.example/report\"}]");
        assertThat(made.header("Location")).isEqualTo(path(made));
        assertThat(made.json().path("organisation").path("slug").asText()).isEqualTo(council.slug());
        assertThat(made.response().body()).contains("\"baseline\":120000.5,\"target\":90000,\"actual\":100000,");
        assertThat(anybody.get(path(made)).json()).isEqualTo(made.json());
        assertThat(anybody.get(of(work)).json().path("items").path(0)).isEqualTo(made.json());
    }

    @Test
    void anOutcomeIsRecordedByNamingItsWork() {
        Answer work = published();
        Answer made = editor.send("POST", PATH, draft(",\"initiative\":\"" + id(work) + "\""));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("assurance").asText()).isEqualTo("claimed");
        refused(editor.send("POST", PATH, draft("")), 422, "invalid", "/initiative");
        refused(
                editor.send("POST", PATH, draft(",\"initiative\":\"" + UUID.randomUUID() + "\"")),
                422,
                "invalid",
                "/initiative");
        refused(
                editor.send("POST", of(work), draft(",\"initiative\":\"" + UUID.randomUUID() + "\"")),
                422,
                "invalid",
                "/initiative");
        refused(
                editor.send("POST", "/v1/initiatives/" + UUID.randomUUID() + "/outcomes", draft("")),
                404,
                "not-found",
                "");
        refused(anybody.get("/v1/initiatives/" + UUID.randomUUID() + "/outcomes"), 404, "not-found", "");
    }

    @Test
    void kindAndPeriodAreForMoneyOnly() {
        Answer work = published();
        refused(editor.send("POST", of(work), draft(",\"kind\":\"cashable\"")), 422, "invalid", "/kind");
        refused(
                editor.send("POST", of(work), draft(",\"unit\":\"hours\",\"period\":\"one-off\"")),
                422,
                "invalid",
                "/period");
        Answer money = made(work, ",\"unit\":\"gbp\",\"kind\":\"cashable\"");
        refused(patch(editor, money, "{\"unit\":\"days\"}"), 422, "invalid", "/kind");
        assertThat(patch(editor, money, "{\"unit\":\"days\",\"kind\":null}").status())
                .isEqualTo(200);
    }

    @Test
    void whatWasCheckedNeedsEvidence() {
        Answer work = published();
        refused(editor.send("POST", of(work), draft(",\"assurance\":\"evidenced\"")), 422, "invalid", "/assurance");
        refused(
                editor.send("POST", of(work), draft(",\"assurance\":\"independent\",\"evidence\":[]")),
                422,
                "invalid",
                "/assurance");
        refused(
                editor.send("POST", of(work), draft(",\"assurance\":\"evidenced\",\"evidence\":[{}]")),
                422,
                "invalid",
                "/evidence/0");
        Answer shown = made(work, ",\"assurance\":\"independent\",\"evidence\":[{\"note\":\"Audited.\"}]");
        refused(patch(editor, shown, "{\"evidence\":[]}"), 422, "invalid", "/assurance");
        Answer claimed = patch(editor, shown, "{\"evidence\":[],\"assurance\":null}");
        assertThat(claimed.json().path("assurance").asText()).isEqualTo("claimed");
    }

    @Test
    void badValuesAreRefusedWithTheirPlace() {
        Answer work = published();
        String tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(2).toString();
        refused(
                editor.send("POST", of(work), draft(",\"measuredOn\":\"" + tomorrow + "\"")),
                422,
                "invalid",
                "/measuredOn");
        refused(editor.send("POST", of(work), draft(",\"measuredOn\":\"2025-02-30\"")), 422, "invalid", "/measuredOn");
        refused(editor.send("POST", of(work), draft(",\"unit\":\"pounds\"")), 422, "invalid", "/unit");
        refused(editor.send("POST", of(work), draft(",\"target\":\"12\"")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"target\":1e999999999")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"target\":1e-999999999")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"target\":1.23456")), 422, "invalid", "/target");
        refused(
                editor.send("POST", of(work), draft(",\"evidence\":[{\"url\":\"javascript:x\"}]")),
                422,
                "invalid",
                "/evidence/0/url");
        refused(editor.send("POST", of(work), draft(",\"evidence\":[null]")), 422, "invalid", "/evidence/0");
        refused(editor.send("POST", of(work), draft(",\"statment\":\"x\"")), 400, "unknown-field", "/statment");
        assertThat(editor.send("POST", of(work), "{}").json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/statement", "/benefitArea");
        assertThat(ids(anybody.get(of(work)))).isEmpty();
    }

    @Test
    void whoSeesTheWorkSeesItsOutcomes() {
        Answer work = work("");
        Answer made = made(work, "");
        for (Http other : List.of(anybody, neighbour, viewer)) {
            refused(other.get(path(made)), 404, "not-found", "");
            refused(other.get(path(made) + "/history"), 404, "not-found", "");
            refused(other.get(of(work)), 404, "not-found", "");
        }
        assertThat(contributor.get(path(made)).status()).isEqualTo(200);
        step(work, "publish");
        assertThat(anybody.get(path(made)).status()).isEqualTo(200);
        step(work, "withdraw");
        refused(anybody.get(path(made)), 404, "not-found", "");
        assertThat(editor.get(path(made)).status()).isEqualTo(200);
        assertThat(ids(editor.get(of(work)))).containsExactly(id(made));
    }

    @Test
    void onlyThoseWhoMayWriteTheWorkWrite() {
        Answer draft = work("");
        assertThat(contributor.send("POST", of(draft), draft("")).status()).isEqualTo(201);
        Answer work = published();
        refused(anybody.send("POST", of(work), draft("")), 401, "unauthenticated", "");
        refused(viewer.send("POST", of(work), draft("")), 403, "forbidden", "");
        refused(contributor.send("POST", of(work), draft("")), 403, "forbidden", "");
        refused(neighbour.send("POST", of(work), draft("")), 403, "not-your-organisation", "");
        refused(neighbour.send("POST", of(draft), draft("")), 404, "not-found", "");
        Answer made = made(work, "");
        refused(patch(neighbour, made, "{\"measure\":\"x\"}"), 403, "not-your-organisation", "");
        refused(neighbour.send("DELETE", path(made), null, "If-Match", "*"), 403, "not-your-organisation", "");
        refused(patch(admin, made, "{\"measure\":\"x\"}"), 422, "invalid", "?reason");
        Answer changed = admin.send(
                "PATCH", path(made) + "?reason=They+asked", "{\"measure\":\"x\"}", "If-Match", made.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void anEditChangesWhatItNamesAndLeavesTheRest() {
        Answer made = made(published(), ",\"unit\":\"hours\",\"baseline\":10.50,\"method\":\"Counted.\"");
        Answer changed = patch(editor, made, "{\"actual\":7,\"method\":null}");
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(changed.json().has("method")).isFalse();
        assertThat(changed.json().path("unit").asText()).isEqualTo("hours");
        Answer same = patch(editor, changed, "{\"baseline\":10.500,\"actual\":7.0}");
        assertThat(same.json().path("version").asInt()).isEqualTo(2);
        refused(patch(editor, made, "{\"actual\":8}"), 412, "version-conflict", "");
        refused(editor.send("PATCH", path(made), "{\"actual\":8}"), 428, "precondition-required", "");
        refused(
                patch(editor, changed, "{\"initiative\":\"" + UUID.randomUUID() + "\"}"),
                422,
                "invalid",
                "/initiative");
        refused(patch(editor, changed, "{\"organisation\":null}"), 422, "invalid", "/organisation");
    }
}
