package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.Http.Answer;
import org.junit.jupiter.api.Test;

/** Which components do the like of one, and what is not said of them. */
class SimilarComponentTest extends ComponentCalls {
    private String bins(String name, String owner, String more) {
        return "{\"organisation\":\"" + owner + "\",\"name\":\"" + name + " " + unique
                + "\",\"kind\":\"software\",\"shortDescription\":\"Residents look up the collection day of their wheelie bins"
                + " by postcode\",\"description\":\"Reads rounds of refuse lorries and writes a calendar.\"" + more
                + "}";
    }

    private static List<String> alike(Http by, Answer made) {
        Answer answer = by.get(path(made) + "/similar");
        assertThat(answer.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(match -> ids.add(match.path("component").path("id").asText()));
        return ids;
    }

    @Test
    void whatAnotherCouncilOffersIsSimilarInBothDirectionsAndWithReasons() {
        Answer here = made(editor, bins("Bin calendar", council.slug(), repository("here")));
        Answer own = made(editor, bins("Bin calendar again", council.slug(), repository("own")));
        Answer there = made(neighbour, bins("Collection days", owner(neighbour), repository("there")));
        Answer choir = made(
                neighbour,
                draft(repository("choir"))
                        .replace(council.slug(), owner(neighbour))
                        .replace("Bin day " + unique, "Choir rehearsal rooms"));
        assertThat(alike(anybody, here)).contains(id(there)).doesNotContain(id(here), id(own), id(choir));
        assertThat(alike(anybody, there)).contains(id(here), id(own)).doesNotContain(id(there));
        JsonNode first = anybody.get(path(there) + "/similar?limit=1").json().path("items");
        assertThat(first).hasSize(1);
        assertThat(first.get(0).path("band").asText()).isIn("same", "close", "related");
        assertThat(first.get(0).path("reasons").toString()).contains("Both speak of");
        assertThat(first.get(0).path("component").path("repository").asText()).startsWith("https://git.example/");
    }

    @Test
    void whatIsKeptBackOrTakenBackIsSimilarForNobodyElse() {
        Answer here = made(editor, bins("Bin calendar", council.slug(), repository("a")));
        Answer hidden = made(
                neighbour, bins("Hidden days", owner(neighbour), repository("b") + ",\"visibility\":\"organisation\""));
        Answer gone = made(neighbour, bins("Gone days", owner(neighbour), repository("c")));
        neighbour.send(
                "POST", path(gone) + "/withdraw", "{\"reason\":\"Entered twice\"}", "If-Match", gone.header("ETag"));
        assertThat(alike(anybody, here)).doesNotContain(id(hidden), id(gone));
        assertThat(alike(neighbour, here)).contains(id(hidden)).doesNotContain(id(gone));
        assertThat(anybody.get(path(hidden) + "/similar").status()).isEqualTo(404);
        assertThat(anybody.get(path(here) + "/similar?limit=21").status()).isEqualTo(422);
    }
}
