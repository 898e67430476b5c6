package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.councilregistry.api.Http.Answer;
import org.junit.jupiter.api.Test;

/** Components as they are registered, edited and listed. */
class ComponentApiTest extends ComponentCalls {
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
                "http://" + host,
                "https://" + host + ".git",
                "https://" + host + "/",
                "HTTPS://GIT.EXAMPLE/" + unique + "/Same")) {
            Answer second = neighbour.send(
                    "POST",
                    PATH,
                    draft(",\"repository\":\"" + spelling + "\"").replace(council.slug(), owner(neighbour)));
            refused(second, 409, "already-registered", "/repository");
            assertThat(second.json().path("existing").asText()).isEqualTo(path(first));
        }
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
        refused(
                editor.send("POST", PATH, draft(",\"repository\":\"https://10.0.0.7/a/b\"")),
                422,
                "invalid",
                "/repository");
        Answer licence = editor.send("POST", PATH, draft(",\"licence\":\"Apache License, Version 2.0\""));
        refused(licence, 422, "invalid", "/licence");
        assertThat(licence.json().path("detail").asText()).contains("Did you mean Apache-2.0?");
        refused(editor.send("POST", PATH, draft(",\"services\":[\"lgsl:99999\"]")), 422, "invalid", "/services/0");
        refused(
                editor.send("POST", PATH, draft(",\"kind\":\"sofware\"").replace("\"kind\":\"software\",", "")),
                422,
                "invalid",
                "/kind");
        refused(editor.send("POST", PATH, draft(",\"state\":\"withdrawn\"")), 422, "invalid", "/state");
        refused(editor.send("POST", PATH, draft(",\"slug\":\"mine\"")), 422, "invalid", "/slug");
        refused(editor.send("POST", PATH, draft(",\"platforms\":[\"web\",null]")), 422, "invalid", "/platforms/1");
        refused(anybody.get(PATH + "?licence=nonsense"), 422, "invalid", "?licence");
        refused(anybody.get(PATH + "?kind=sofware"), 422, "invalid", "?kind");
        refused(anybody.get(PATH + "?limit=abc"), 422, "invalid", "?limit");
        assertThat(anybody.get(PATH + "?organisation=" + council.slug()).json().path("items"))
                .isEmpty();
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

    @Test
    void anEditChangesWhatItNamesAndLeavesTheRest() {
        Answer made = made(editor, draft(repository("e") + ",\"licence\":\"MIT\",\"platforms\":[\"web\"]"));
        Answer changed = patch(editor, made, "{\"licence\":null,\"platforms\":[\"web\",\"linux\"]}");
        assertThat(changed.json().has("licence")).isFalse();
        assertThat(changed.json().path("platforms")).hasSize(2);
        assertThat(changed.json().path("repository")).isEqualTo(made.json().path("repository"));
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        Answer same = patch(
                editor,
                changed,
                "{\"platforms\":[\"web\",\"linux\"],\"state\":null,\"organisation\":\"" + council.id() + "\"}");
        assertThat(same.json().path("version").asInt()).isEqualTo(2);
        refused(patch(editor, made, "{\"name\":\"x\"}"), 412, "version-conflict", "");
        refused(editor.send("PATCH", path(made), "{\"name\":\"x\"}"), 428, "precondition-required", "");
        refused(
                patch(editor, changed, "{\"organisation\":\"" + owner(neighbour) + "\"}"),
                422,
                "invalid",
                "/organisation");
        refused(patch(editor, changed, "{\"createdAt\":\"2020-01-01T00:00:00Z\"}"), 422, "invalid", "/createdAt");
    }

    @Test
    void anAdministratorSaysWhyItChangesAnothersRecord() {
        Answer made = made(admin, draft(""));
        refused(patch(admin, made, "{\"licence\":\"MIT\"}"), 422, "invalid", "?reason");
        Answer changed = admin.send(
                "PATCH", path(made) + "?reason=They+asked", "{\"licence\":\"MIT\"}", "If-Match", made.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
    }
}
