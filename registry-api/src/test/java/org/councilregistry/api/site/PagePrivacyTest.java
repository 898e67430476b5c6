package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.councilregistry.api.RunningRegistry;
import org.junit.jupiter.api.Test;

/** What is private is planted, and looked for on every page, in every list, count, feed and export. */
class PagePrivacyTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Reader reader = new Reader(registry);
    private final Planted planted = new Planted(registry);
    private final String marker = "planted" + Long.toString(System.nanoTime(), 36);

    private void nowhere(JsonNode record) {
        for (String path : planted.addresses(record, marker)) {
            String body = reader.get(path).response().body();
            // An address that was asked for may stand in the answer, whether there is anything at it or not.
            String own = record.path("slug").asText("-");
            assertThat(body.replace("/" + own + "\"", "").replace("/" + own + "/", ""))
                    .as(path)
                    .doesNotContain(marker + "-secret", "48151623");
        }
        String answer = reader.send("/ask", Map.of("title", marker, "problem", "People ring up about " + marker))
                .response()
                .body();
        assertThat(answer).doesNotContain(marker + "-secret");
    }

    private String secret() {
        return marker + "-secret";
    }

    @Test
    void aDraftIsOnNoPage() {
        JsonNode draft = planted.keep(Planted.draft(secret(), "About " + secret()));
        nowhere(draft);
        assertThat(reader.get("/initiatives/" + draft.path("id").asText()).status())
                .isEqualTo(404);
        assertThat(reader.page("/initiatives?q=" + marker).select("#results").text())
                .startsWith("Initiatives: 0");
    }

    @Test
    void whatIsKeptToPublicBodiesIsOnNoPage() {
        JsonNode sector = planted.publish(
                "s", Planted.draft(secret(), "About " + secret()).put("visibility", "sector"));
        nowhere(sector);
        assertThat(reader.get("/initiatives/" + sector.path("slug").asText()).status())
                .isEqualTo(404);
        assertThat(reader.page("/organisations/" + planted.council.slug()).text())
                .contains("Published initiatives: 0");
    }

    @Test
    void whatIsKeptToTheOrganisationIsOnNoPage() {
        nowhere(planted.publish(
                "o", Planted.draft(secret(), "About " + secret()).put("visibility", "organisation")));
        nowhere(planted.offer(Planted.object().put("name", secret()).put("visibility", "organisation")));
    }

    @Test
    void contactsAndExactBudgetsAreOnNoPage() {
        var draft = Planted.draft("Open work", "About bins.");
        draft.putObject("contact").put("name", secret()).put("email", marker + "-secret@example.org");
        draft.putObject("budget").put("amount", 48151623.42).put("currency", "GBP");
        JsonNode made = planted.publish("c", draft);
        assertThat(planted.editor
                        .get("/v1/initiatives/" + made.path("id").asText())
                        .response()
                        .body())
                .contains(secret(), "48151623.42");
        nowhere(made);
        planted.publish("c", draft.put("title", "Open work, renamed"));
        nowhere(made);
    }

    @Test
    void whatWasNarrowedLeavesEveryPage() {
        JsonNode open = planted.publish("n", Planted.draft(secret(), "About " + secret()));
        assertThat(reader.page("/initiatives/" + open.path("slug").asText()).text())
                .contains(secret());
        planted.publish("n", Planted.draft(secret(), "About " + secret()).put("visibility", "organisation"));
        nowhere(open);
    }
}
