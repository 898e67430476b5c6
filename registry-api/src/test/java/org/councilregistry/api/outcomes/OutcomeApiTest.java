package org.councilregistry.api.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Outcomes: seen by whoever sees the work, written by whoever may write the work. */
class OutcomeApiTest {
    private static final String PATH = "/v1/outcomes";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http anybody = new Http(registry.address(), null);
    private final Http editor = as(Role.EDITOR, council);
    private final Http contributor = as(Role.CONTRIBUTOR, council);
    private final Http viewer = as(Role.VIEWER, council);
    private final Http neighbour = as(Role.EDITOR, registry.council());
    private final Http admin = as(Role.SECTOR_ADMIN, null);

    private Http as(Role role, @Nullable Organisation organisation) {
        return new Http(registry.address(), registry.key(role, organisation));
    }

    private Answer work(String more) {
        String body = "{\"organisation\":\"" + council.slug()
                + "\",\"title\":\"Missed bins\",\"summary\":\"Fewer of them.\",\"phase\":\"alpha\"" + more + "}";
        Answer answer = editor.send("POST", "/v1/initiatives", body);
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private Answer step(Answer work, String step) {
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

    private Answer published() {
        Answer work = work("");
        step(work, "publish");
        return work;
    }

    private static String of(Answer work) {
        return "/v1/initiatives/" + id(work) + "/outcomes";
    }

    private static String draft(String more) {
        return "{\"statement\":\"Fewer bins are missed.\",\"benefitArea\":\"outcomes-and-cost\"" + more + "}";
    }

    private Answer made(Answer work, String more) {
        Answer answer = editor.send("POST", of(work), draft(more));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    private static String path(Answer outcome) {
        return PATH + "/" + id(outcome);
    }

    private static Answer patch(Http by, Answer current, String body) {
        return by.send("PATCH", path(current), body, "If-Match", current.header("ETag"));
    }

    private static List<String> ids(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static void refused(Answer answer, int status, String problem, String pointer) {
        assertThat(answer.response().body()).contains("/v1/problems/" + problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

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
        refused(editor.send("POST", PATH, draft(",\"initiative\":\"" + UUID.randomUUID() + "\"")), 422, "invalid", "/initiative");
        refused(editor.send("POST", of(work), draft(",\"initiative\":\"" + UUID.randomUUID() + "\"")), 422, "invalid", "/initiative");
        refused(editor.send("POST", "/v1/initiatives/" + UUID.randomUUID() + "/outcomes", draft("")), 404, "not-found", "");
        refused(anybody.get("/v1/initiatives/" + UUID.randomUUID() + "/outcomes"), 404, "not-found", "");
    }

    @Test
    void kindAndPeriodAreForMoneyOnly() {
        Answer work = published();
        refused(editor.send("POST", of(work), draft(",\"kind\":\"cashable\"")), 422, "invalid", "/kind");
        refused(editor.send("POST", of(work), draft(",\"unit\":\"hours\",\"period\":\"one-off\"")), 422, "invalid", "/period");
        Answer money = made(work, ",\"unit\":\"gbp\",\"kind\":\"cashable\"");
        refused(patch(editor, money, "{\"unit\":\"days\"}"), 422, "invalid", "/kind");
        assertThat(patch(editor, money, "{\"unit\":\"days\",\"kind\":null}").status()).isEqualTo(200);
    }

    @Test
    void whatWasCheckedNeedsEvidence() {
        Answer work = published();
        refused(editor.send("POST", of(work), draft(",\"assurance\":\"evidenced\"")), 422, "invalid", "/assurance");
        refused(editor.send("POST", of(work), draft(",\"assurance\":\"independent\",\"evidence\":[]")), 422, "invalid", "/assurance");
        refused(editor.send("POST", of(work), draft(",\"assurance\":\"evidenced\",\"evidence\":[{}]")), 422, "invalid", "/evidence/0");
        Answer shown = made(work, ",\"assurance\":\"independent\",\"evidence\":[{\"note\":\"Audited.\"}]");
        refused(patch(editor, shown, "{\"evidence\":[]}"), 422, "invalid", "/assurance");
        Answer claimed = patch(editor, shown, "{\"evidence\":[],\"assurance\":null}");
        assertThat(claimed.json().path("assurance").asText()).isEqualTo("claimed");
    }

    @Test
    void badValuesAreRefusedWithTheirPlace() {
        Answer work = published();
        String tomorrow = LocalDate.now(java.time.ZoneId.of("Europe/London")).plusDays(2).toString();
        refused(editor.send("POST", of(work), draft(",\"measuredOn\":\"" + tomorrow + "\"")), 422, "invalid", "/measuredOn");
        refused(editor.send("POST", of(work), draft(",\"measuredOn\":\"2025-02-30\"")), 422, "invalid", "/measuredOn");
        refused(editor.send("POST", of(work), draft(",\"unit\":\"pounds\"")), 422, "invalid", "/unit");
        refused(editor.send("POST", of(work), draft(",\"target\":\"12\"")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"target\":1e999999999")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"target\":1e-999999999")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"target\":1.23456")), 422, "invalid", "/target");
        refused(editor.send("POST", of(work), draft(",\"evidence\":[{\"url\":\"javascript:x\"}]")), 422, "invalid", "/evidence/0/url");
        refused(editor.send("POST", of(work), draft(",\"evidence\":[null]")), 422, "invalid", "/evidence/0");
        refused(editor.send("POST", of(work), draft(",\"statment\":\"x\"")), 400, "unknown-field", "/statment");
        refused(editor.send("POST", of(work), "{}"), 422, "invalid", "/statement");
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
        Answer changed = admin.send("PATCH", path(made) + "?reason=They+asked", "{\"measure\":\"x\"}", "If-Match", made.header("ETag"));
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
        refused(patch(editor, changed, "{\"initiative\":\"" + UUID.randomUUID() + "\"}"), 422, "invalid", "/initiative");
        refused(patch(editor, changed, "{\"organisation\":null}"), 422, "invalid", "/organisation");
    }

    @Test
    void aRemovedOutcomeIsGone() {
        Answer work = published();
        Answer made = made(work, "");
        refused(editor.send("DELETE", path(made), null), 428, "precondition-required", "");
        Answer removed = editor.send("DELETE", path(made), null, "If-Match", made.header("ETag"));
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.response().body()).isEmpty();
        refused(editor.get(path(made)), 404, "not-found", "");
        refused(editor.send("DELETE", path(made), null, "If-Match", "*"), 404, "not-found", "");
        assertThat(ids(editor.get(of(work)))).isEmpty();
        assertThat(typesOf(editor, id(made), "outcome.removed")).containsExactly("outcome.removed");
        assertThat(typesOf(anybody, id(made), "outcome.hidden")).containsExactly("outcome.hidden");
    }

    /** What a reader of the feed is told of a record, up to this. */
    private static List<String> typesOf(Http reader, String id, String last) {
        List<String> types = new ArrayList<>();
        long deadline = System.nanoTime() + 30_000_000_000L;
        for (long from = 0; !types.contains(last) && System.nanoTime() < deadline; ) {
            Answer events = reader.get("/v1/events?limit=1000&wait=5&types=" + last + "&after=" + from);
            events.json().path("items").forEach(event -> {
                if (event.path("subject").path("id").asText().equals(id)) types.add(event.path("type").asText());
            });
            from = events.json().path("next").asLong();
        }
        return types;
    }

    @Test
    void theRemovedOutcomeOfADraftStaysWithThoseWhoSeeDrafts() {
        Answer made = made(work(""), "");
        editor.send("DELETE", path(made), null, "If-Match", made.header("ETag"));
        assertThat(typesOf(editor, id(made), "outcome.removed")).hasSize(1);
        Answer feed = viewer.get("/v1/events?limit=1000&types=outcome.removed");
        assertThat(feed.response().body()).doesNotContain(id(made));
    }

    @Test
    void aListIsNarrowedByEveryFilterAndPagedToItsEnd() {
        Answer work = published();
        Answer one = made(work, ",\"unit\":\"hours\"");
        Answer two = made(work, ",\"unit\":\"gbp\",\"assurance\":\"evidenced\",\"evidence\":[{\"note\":\"Books.\"}]");
        Answer three = made(work, "");
        patch(editor, three, "{\"benefitArea\":\"place\"}");
        made(work(""), "");
        String of = PATH + "?organisation=" + council.slug();
        assertThat(ids(anybody.get(of))).containsExactly(id(one), id(two), id(three));
        assertThat(ids(anybody.get(of + "&unit=hours"))).containsExactly(id(one));
        assertThat(ids(anybody.get(of + "&assurance=evidenced"))).containsExactly(id(two));
        assertThat(ids(anybody.get(of + "&benefitArea=place"))).containsExactly(id(three));
        assertThat(ids(anybody.get(PATH + "?initiative=" + id(work)))).hasSize(3);
        assertThat(ids(editor.get(of))).hasSize(3);
        assertThat(anybody.get(of + "&total=true").json().path("total").asInt()).isEqualTo(3);
        Answer first = anybody.get(of + "&limit=2");
        assertThat(first.header("Link")).contains("organisation=" + council.slug());
        String cursor = first.json().path("next").asText();
        assertThat(ids(anybody.get(of + "&limit=2&cursor=" + cursor))).containsExactly(id(three));
        step(work, "archive");
        assertThat(ids(anybody.get(of))).isEmpty();
        assertThat(ids(anybody.get(of(work)))).hasSize(3);
    }

    @Test
    void itsHistoryTellsEachStep() {
        Answer made = made(published(), "");
        patch(editor, made, "{\"actual\":7}");
        Answer history = anybody.get(path(made) + "/history");
        assertThat(history.json().path("items").findValuesAsText("type")).containsExactly("outcome.created", "outcome.updated");
        assertThat(history.json().path("items").path(1).path("changes").path(0).path("field").asText())
                .isEqualTo("actual");
    }
}
