package org.councilregistry.api.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.junit.jupiter.api.Test;

class OutcomeLifeTest extends OutcomeCalls {
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
                if (event.path("subject").path("id").asText().equals(id))
                    types.add(event.path("type").asText());
            });
            from = events.json().path("next").asLong();
        }
        return types;
    }

    @Test
    void whoSeesTheWorkFromNowOnIsToldOfItsOutcomesAndWhoNoLongerDoesToDropThem() {
        Answer work = work("");
        Answer made = made(work, "");
        assertThat(step(work, "publish").status()).isEqualTo(200);
        assertThat(typesOf(anybody, id(made), "outcome.updated")).containsExactly("outcome.updated");
        assertThat(step(work, "withdraw").status()).isEqualTo(200);
        assertThat(typesOf(anybody, id(made), "outcome.hidden")).containsExactly("outcome.hidden");
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
        assertThat(history.json().path("items").findValuesAsText("type"))
                .containsExactly("outcome.created", "outcome.updated");
        assertThat(history.json()
                        .path("items")
                        .path(1)
                        .path("changes")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("actual");
    }
}
