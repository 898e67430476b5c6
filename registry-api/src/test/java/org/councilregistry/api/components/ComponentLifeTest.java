package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.Http.Answer;
import org.junit.jupiter.api.Test;

/** Components from draft to withdrawal, and who sees them on the way. */
class ComponentLifeTest extends ComponentCalls {
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
        assertThat(patch(editor, superseded, "{\"state\":\"listed\",\"supersededBy\":null}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatTakesItsPlaceMustBeSeenByWhoeverNamesIt() {
        Answer hidden = made(editor, draft(",\"visibility\":\"organisation\""));
        String body = draft(",\"state\":\"superseded\",\"supersededBy\":\"" + id(hidden) + "\"");
        refused(
                neighbour.send("POST", PATH, body.replace(council.slug(), owner(neighbour))),
                422,
                "invalid",
                "/supersededBy");
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
        assertThat(history.json()
                        .path("items")
                        .path(1)
                        .path("changes")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("licence");
        assertThat(history.json().path("items").path(2).path("reason").asText()).isEqualTo("Twice.");
    }

    @Test
    void whoCouldSeeItIsToldWhenItIsHidden() {
        long before =
                anybody.get("/v1/events?after=1000000000").json().path("next").asLong();
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
                if (event.path("subject").path("id").asText().equals(id))
                    types.add(event.path("type").asText());
            });
            from = events.json().path("next").asLong();
        }
        return types;
    }
}
