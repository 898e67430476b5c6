package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** Components as their owners, their readers and everybody else meet them. */
class ComponentApiTest {
    private static final String PATH = "/v1/components";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http anybody = new Http(registry.address(), null);
    private final Http editor = as(Role.EDITOR, council);
    private final Http contributor = as(Role.CONTRIBUTOR, council);
    private final Http neighbour = as(Role.EDITOR, registry.council());
    private final Http admin = as(Role.SECTOR_ADMIN, null);
    private final String unique = Long.toString(System.nanoTime(), 36);

    private Http as(Role role, @org.jspecify.annotations.Nullable Organisation organisation) {
        return new Http(registry.address(), registry.key(role, organisation));
    }

    private String draft(String more) {
        return "{\"organisation\":\"" + council.slug() + "\",\"name\":\"Bin day " + unique + "\",\"kind\":\"software\"" + more
                + "}";
    }

    private String repository(String name) {
        return ",\"repository\":\"https://git.example/" + unique + "/" + name + "\"";
    }

    private Answer made(Http by, String body) {
        Answer answer = by.send("POST", PATH, body);
        assertThat(answer.response().body()).contains("\"id\"");
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private static String path(Answer answer) {
        return PATH + "/" + answer.json().path("id").asText();
    }

    private static Answer patch(Http by, Answer current, String body) {
        return by.send("PATCH", path(current), body, "If-Match", current.header("ETag"));
    }

    private static void refused(Answer answer, int status, String problem, String pointer) {
        assertThat(answer.response().body()).contains("/v1/problems/" + problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @Test
    void aComponentIsListedAtOnceAndFoundByIdAndSlug() {
        Answer made = made(editor, draft(repository("a") + ",\"licence\":\"mit\""));
        assertThat(made.header("Location")).isEqualTo(path(made));
        assertThat(made.json().path("state").asText()).isEqualTo("listed");
        assertThat(made.json().path("slug").asText()).isEqualTo("bin-day-" + unique);
        assertThat(made.json().path("licence").asText()).isEqualTo("MIT");
        assertThat(made.json().path("completeness").path("next").asText()).isEqualTo("shortDescription");
        assertThat(anybody.get(path(made)).json()).isEqualTo(made.json());
        assertThat(anybody.get(PATH + "/bin-day-" + unique).json()).isEqualTo(made.json());
    }

    @Test
    void oneRepositoryIsOneComponentHoweverItIsWritten() {
        Answer first = made(editor, draft(repository("Same")));
        String host = "git.example/" + unique + "/Same";
        for (String spelling : List.of(
                "http://" + host, "https://" + host + ".git", "https://" + host + "/", "HTTPS://GIT.EXAMPLE/" + unique + "/Same")) {
            Answer second = neighbour.send(
                    "POST",
                    PATH,
                    draft(",\"repository\":\"" + spelling + "\"").replace(council.slug(), owner(neighbour)));
            refused(second, 409, "already-registered", "/repository");
            assertThat(second.json().path("existing").asText()).isEqualTo(path(first));
        }
    }

    private static String owner(Http by) {
        return by.get("/v1/whoami").json().path("organisation").path("slug").asText();
    }

    @Test
    void aRepositoryThatIsKeptBackIsNotNamedToOthers() {
        made(editor, draft(repository("b") + ",\"visibility\":\"organisation\""));
        Answer second = neighbour.send("POST", PATH, draft(repository("b")).replace(council.slug(), owner(neighbour)));
        refused(second, 409, "already-registered", "/repository");
        assertThat(second.json().has("existing")).isFalse();
    }

    @Test
    void aDraftClaimsItsRepositoryOnlyWhenItIsListed() {
        Answer draft = made(contributor, draft(repository("c") + ",\"state\":\"draft\""));
        made(editor, draft(repository("c")));
        refused(patch(editor, draft, "{\"state\":\"listed\"}"), 409, "already-registered", "/repository");
    }

    @Test
    void ofManyWhoListOneRepositoryAtOnceOneSucceeds() {
        List<Answer> drafts = new ArrayList<>();
        for (int i = 0; i < 4; i++) drafts.add(made(editor, draft(repository("d") + ",\"state\":\"draft\"")));
        List<CompletableFuture<Integer>> tries = new ArrayList<>();
        for (Answer draft : drafts) {
            tries.add(CompletableFuture.supplyAsync(
                    () -> patch(editor, draft, "{\"state\":\"listed\"}").status()));
            tries.add(CompletableFuture.supplyAsync(
                    () -> editor.send("POST", PATH, draft(repository("d"))).status()));
        }
        List<Integer> statuses = tries.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).isSubsetOf(200, 201, 409);
        assertThat(statuses.stream().filter(status -> status != 409)).hasSize(1);
    }

    @Test
    void componentsOfOneNameGetSlugsOfTheirOwnEvenAtOnce() {
        List<CompletableFuture<String>> tries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tries.add(CompletableFuture.supplyAsync(
                    () -> made(editor, draft("")).json().path("slug").asText()));
        }
        assertThat(tries.stream().map(CompletableFuture::join))
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.startsWith("bin-day-" + unique));
    }

    @Test
    void theSlugOfWhatIsNotPublicTellsNothing() {
        Answer hidden = made(editor, draft(",\"visibility\":\"organisation\""));
        assertThat(hidden.json().path("slug").asText()).startsWith("bin-day-" + unique + "-");
        assertThat(made(editor, draft("")).json().path("slug").asText()).isEqualTo("bin-day-" + unique);
    }

    @Test
    void badValuesAreRefusedWithTheirPlace() {
        refused(editor.send("POST", PATH, draft(",\"repository\":\"https://10.0.0.7/a/b\"")), 422, "invalid", "/repository");
        Answer licence = editor.send("POST", PATH, draft(",\"licence\":\"Apache License, Version 2.0\""));
        refused(licence, 422, "invalid", "/licence");
        assertThat(licence.json().path("detail").asText()).contains("Did you mean Apache-2.0?");
        refused(editor.send("POST", PATH, draft(",\"services\":[\"lgsl:99999\"]")), 422, "invalid", "/services/0");
        refused(editor.send("POST", PATH, draft(",\"kind\":\"sofware\"").replace("\"kind\":\"software\",", "")), 422, "invalid", "/kind");
        refused(editor.send("POST", PATH, draft(",\"state\":\"withdrawn\"")), 422, "invalid", "/state");
        refused(editor.send("POST", PATH, draft(",\"slug\":\"mine\"")), 422, "invalid", "/slug");
        refused(editor.send("POST", PATH, draft(",\"platforms\":[\"web\",null]")), 422, "invalid", "/platforms/1");
        refused(anybody.get(PATH + "?licence=nonsense"), 422, "invalid", "?licence");
        refused(anybody.get(PATH + "?kind=sofware"), 422, "invalid", "?kind");
        refused(anybody.get(PATH + "?limit=abc"), 422, "invalid", "?limit");
        assertThat(anybody.get(PATH + "?organisation=" + council.slug()).json().path("items")).isEmpty();
    }

    @Test
    void onlyThoseWhoMayWriteWrite() {
        refused(anybody.send("POST", PATH, draft("")), 401, "unauthenticated", "");
        refused(contributor.send("POST", PATH, draft("")), 403, "forbidden", "");
        refused(neighbour.send("POST", PATH, draft("")), 403, "not-your-organisation", "");
        Answer draft = made(contributor, draft(",\"state\":\"draft\""));
        Answer renamed = patch(contributor, draft, "{\"name\":\"Bin days\"}");
        assertThat(renamed.status()).isEqualTo(200);
        refused(patch(contributor, renamed, "{\"state\":\"listed\"}"), 403, "forbidden", "");
        assertThat(patch(editor, renamed, "{\"state\":\"listed\"}").status()).isEqualTo(200);
    }

    @Test
    void aDraftIsSeenByItsOrganisationOnly() {
        Answer draft = made(contributor, draft(",\"state\":\"draft\""));
        assertThat(draft.json().has("slug")).isFalse();
        refused(anybody.get(path(draft)), 404, "not-found", "");
        refused(neighbour.get(path(draft)), 404, "not-found", "");
        refused(neighbour.get(path(draft) + "/history"), 404, "not-found", "");
        refused(patch(neighbour, draft, "{\"name\":\"x\"}"), 404, "not-found", "");
        assertThat(editor.get(path(draft)).status()).isEqualTo(200);
    }

    @Test
    void aListIsNarrowedByEveryFilterAndPagedToItsEnd() {
        Answer mit = made(editor, draft(",\"licence\":\"MIT\""));
        Answer course = made(editor, draft("").replace("software", "training"));
        Answer old = patch(editor, made(editor, draft("")), "{\"state\":\"deprecated\"}");
        made(contributor, draft(",\"state\":\"draft\""));
        String of = PATH + "?organisation=" + council.slug();
        assertThat(ids(anybody.get(of))).containsExactly(id(mit), id(course), id(old));
        assertThat(ids(anybody.get(of + "&licence=mit"))).containsExactly(id(mit));
        assertThat(ids(anybody.get(of + "&kind=training"))).containsExactly(id(course));
        assertThat(ids(anybody.get(of + "&state=deprecated"))).containsExactly(id(old));
        assertThat(ids(anybody.get(of + "&state=draft"))).isEmpty();
        assertThat(ids(editor.get(of + "&state=draft"))).hasSize(1);
        assertThat(anybody.get(of + "&total=true").json().path("total").asInt()).isEqualTo(3);
        Answer first = anybody.get(of + "&limit=2");
        String cursor = first.json().path("next").asText();
        assertThat(ids(anybody.get(of + "&limit=2&cursor=" + cursor))).containsExactly(id(old));
        refused(anybody.get(PATH + "?limit=2&cursor=" + cursor), 400, "invalid-cursor", "?cursor");
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    private static List<String> ids(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void anEditChangesWhatItNamesAndLeavesTheRest() {
        Answer made = made(editor, draft(repository("e") + ",\"licence\":\"MIT\",\"platforms\":[\"web\"]"));
        Answer changed = patch(editor, made, "{\"licence\":null,\"platforms\":[\"web\",\"linux\"]}");
        assertThat(changed.json().has("licence")).isFalse();
        assertThat(changed.json().path("platforms")).hasSize(2);
        assertThat(changed.json().path("repository")).isEqualTo(made.json().path("repository"));
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        Answer same = patch(editor, changed, "{\"platforms\":[\"web\",\"linux\"],\"state\":null,\"organisation\":\"" + council.id() + "\"}");
        assertThat(same.json().path("version").asInt()).isEqualTo(2);
        refused(patch(editor, made, "{\"name\":\"x\"}"), 412, "version-conflict", "");
        refused(editor.send("PATCH", path(made), "{\"name\":\"x\"}"), 428, "precondition-required", "");
        refused(patch(editor, changed, "{\"organisation\":\"" + owner(neighbour) + "\"}"), 422, "invalid", "/organisation");
        refused(patch(editor, changed, "{\"createdAt\":\"2020-01-01T00:00:00Z\"}"), 422, "invalid", "/createdAt");
    }

    @Test
    void theStatesFollowTheirOrder() {
        Answer next = made(editor, draft(""));
        Answer made = made(editor, draft(""));
        Answer refusal = patch(editor, made, "{\"state\":\"draft\"}");
        refused(refusal, 409, "transition-not-allowed", "");
        assertThat(refusal.json().path("allowed").toString()).isEqualTo("[\"deprecated\",\"superseded\"]");
        Answer old = patch(editor, made, "{\"state\":\"deprecated\"}");
        refused(patch(editor, old, "{\"state\":\"superseded\"}"), 422, "invalid", "/supersededBy");
        String by = "{\"state\":\"superseded\",\"supersededBy\":\"";
        refused(patch(editor, old, by + UUID.randomUUID() + "\"}"), 422, "invalid", "/supersededBy");
        refused(patch(editor, old, by + id(old) + "\"}"), 422, "invalid", "/supersededBy");
        Answer superseded = patch(editor, old, by + id(next) + "\"}");
        assertThat(superseded.json().path("state").asText()).isEqualTo("superseded");
        assertThat(patch(editor, superseded, "{\"state\":\"listed\",\"supersededBy\":null}").status()).isEqualTo(200);
    }

    @Test
    void whatTakesItsPlaceMustBeSeenByWhoeverNamesIt() {
        Answer hidden = made(editor, draft(",\"visibility\":\"organisation\""));
        String body = draft(",\"state\":\"superseded\",\"supersededBy\":\"" + id(hidden) + "\"");
        refused(neighbour.send("POST", PATH, body.replace(council.slug(), owner(neighbour))), 422, "invalid", "/supersededBy");
        refused(editor.send("POST", PATH, draft(",\"state\":\"superseded\"")), 422, "invalid", "/supersededBy");
    }

    @Test
    void aWithdrawnComponentSaysWhyToThoseWhoKnewIt() {
        Answer made = made(editor, draft(repository("f")));
        String why = "{\"reason\":\"It was never ours.\"}";
        refused(editor.send("POST", path(made) + "/withdraw", why), 428, "precondition-required", "");
        refused(editor.send("POST", path(made) + "/withdraw", "{}", "If-Match", "*"), 422, "invalid", "/reason");
        Answer left = editor.send("POST", path(made) + "/withdraw", why, "If-Match", made.header("ETag"));
        assertThat(left.json().path("state").asText()).isEqualTo("withdrawn");
        for (String ref : List.of(id(made), made.json().path("slug").asText())) {
            Answer gone = anybody.get(PATH + "/" + ref);
            refused(gone, 410, "withdrawn", "");
            assertThat(gone.json().path("detail").asText()).contains("It was never ours.");
            assertThat(editor.get(PATH + "/" + ref).status()).isEqualTo(200);
        }
        assertThat(ids(anybody.get(PATH + "?organisation=" + council.slug()))).isEmpty();
        refused(patch(editor, left, "{\"state\":\"listed\"}"), 409, "transition-not-allowed", "");
        made(editor, draft(repository("f")));
    }

    @Test
    void aWithdrawnComponentThatOthersNeverSawIsNotThereForThem() {
        Answer draft = made(contributor, draft(",\"state\":\"draft\""));
        Answer kept = made(editor, draft(",\"visibility\":\"sector\""));
        for (Answer one : List.of(draft, kept)) {
            editor.send("POST", path(one) + "/withdraw", "{\"reason\":\"x\"}", "If-Match", one.header("ETag"));
        }
        refused(anybody.get(path(draft)), 404, "not-found", "");
        refused(neighbour.get(path(draft)), 404, "not-found", "");
        refused(anybody.get(path(kept)), 404, "not-found", "");
        refused(neighbour.get(path(kept)), 410, "withdrawn", "");
    }

    @Test
    void itsHistoryTellsEachStepAndReason() {
        Answer made = made(editor, draft(""));
        Answer changed = patch(editor, made, "{\"licence\":\"MIT\"}");
        editor.send("POST", path(made) + "/withdraw", "{\"reason\":\"Twice.\"}", "If-Match", changed.header("ETag"));
        Answer history = editor.get(path(made) + "/history");
        assertThat(history.json().path("items").findValuesAsText("type"))
                .containsExactly("component.created", "component.updated", "component.withdrawn");
        assertThat(history.json().path("items").path(1).path("changes").path(0).path("field").asText())
                .isEqualTo("licence");
        assertThat(history.json().path("items").path(2).path("reason").asText()).isEqualTo("Twice.");
    }

    @Test
    void whoCouldSeeItIsToldWhenItIsHidden() {
        long before = anybody.get("/v1/events?after=1000000000").json().path("next").asLong();
        Answer made = made(editor, draft(""));
        Answer hidden = patch(editor, made, "{\"visibility\":\"organisation\"}");
        assertThat(hidden.status()).isEqualTo(200);
        refused(anybody.get(path(made)), 404, "not-found", "");
        assertThat(ofPublicFeed(before, id(made))).containsExactly("component.hidden");
    }

    /** What the public is told of a record, once it was told that the record is hidden. */
    private List<String> ofPublicFeed(long after, String id) {
        List<String> types = new ArrayList<>();
        long deadline = System.nanoTime() + 30_000_000_000L;
        for (long from = after; !types.contains("component.hidden") && System.nanoTime() < deadline; ) {
            Answer events = anybody.get("/v1/events?types=component&wait=5&after=" + from);
            assertThat(events.response().body()).doesNotContain("Bin day " + unique);
            events.json().path("items").forEach(event -> {
                if (event.path("subject").path("id").asText().equals(id)) types.add(event.path("type").asText());
            });
            from = events.json().path("next").asLong();
        }
        return types;
    }

    @Test
    void anAdministratorSaysWhyItChangesAnothersRecord() {
        Answer made = made(admin, draft(""));
        refused(patch(admin, made, "{\"licence\":\"MIT\"}"), 422, "invalid", "?reason");
        Answer changed = admin.send("PATCH", path(made) + "?reason=They+asked", "{\"licence\":\"MIT\"}", "If-Match", made.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
    }
}
