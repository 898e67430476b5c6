package org.councilregistry.api.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** Whole sets as files: complete, in order, disclosed, and harmless in a spreadsheet. */
class ExportTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    private final Http viewer = new Http(registry.address(), registry.key(Role.VIEWER, registry.council()));
    private final Http anybody = new Http(registry.address(), null);
    private final String marker = "planted" + System.nanoTime();

    private String publish(String key, String title, String more) {
        String body =
                "{\"title\":\"" + title + "\",\"summary\":\"About " + key + ".\",\"phase\":\"alpha\"" + more + "}";
        Http.Answer answer = editor.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/" + key, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("initiative").path("id").asText();
    }

    private static List<Map<String, String>> rows(String csv) {
        try {
            List<Map<String, String>> rows = new ArrayList<>();
            new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .with(CsvParser.Feature.TRIM_SPACES)
                    .<Map<String, String>>readValues(csv.substring(1))
                    .forEachRemaining(rows::add);
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> row(Http reader, String id) {
        return rows(reader.get("/v1/exports/initiatives.csv").response().body()).stream()
                .filter(r -> id.equals(r.get("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRecordIsThereOnceInOrderOfIds() throws IOException {
        for (int i = 0; i < 7; i++) publish("n" + i, "Number " + i, "");
        String lines = anybody.get("/v1/exports/initiatives.jsonl").response().body();
        List<String> ids = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            if (line.isEmpty()) continue;
            JsonNode record = new ObjectMapper().readTree(line);
            assertThat(record.has("contact")).isFalse();
            ids.add(record.path("id").asText());
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates().isSorted();
        assertThat(rows(anybody.get("/v1/exports/initiatives.csv").response().body()))
                .extracting(r -> r.get("id"))
                .containsAll(ids);
    }

    @Test
    void aRowSaysWhatTheRecordSays() {
        String id = publish(
                "row",
                "Bins, \\\"bags\\\"\\nand T\u0177",
                ",\"tags\":[\"waste\",\"app\"],\"governance\":{\"decisionBody\":\"Cabinet\"},\"links\":[{\"url\":\"https://example.org\"}]");
        Map<String, String> row = row(anybody, id);
        assertThat(row)
                .containsEntry("title", "Bins, \"bags\"\nand T\u0177")
                .containsEntry("tags", "waste; app")
                .containsEntry("organisation", council.slug())
                .containsEntry("governance.decisionBody", "Cabinet")
                .containsEntry("links", "[{\"url\":\"https://example.org\"}]");
    }

    @Test
    void noCellIsAFormula() {
        for (String title : List.of("=1+1", "+44 113", "-2", "@SUM(A1)", "\uFF1D1")) {
            assertThat(row(anybody, publish("formula", title, ""))).containsEntry("title", "'" + title);
        }
    }

    @Test
    void whatTheCallerMayNotSeeIsNotInTheFile() {
        String id = publish("contact", "Contact", ",\"contact\":{\"name\":\"" + marker + "\"}");
        publish("sector", marker + "s", ",\"visibility\":\"sector\"");
        publish("own", marker + "o", ",\"visibility\":\"organisation\"");
        for (String form : List.of("csv", "jsonl")) {
            for (String noun : List.of("initiatives", "components", "organisations")) {
                Http.Answer file = anybody.get("/v1/exports/" + noun + "." + form);
                assertThat(file.status()).isEqualTo(200);
                assertThat(file.response().body()).doesNotContain(marker, "emailDomains", "contact.email");
            }
        }
        assertThat(row(viewer, id)).containsEntry("contact.name", marker);
        assertThat(viewer.get("/v1/exports/initiatives.csv").response().body())
                .contains(marker + "s")
                .doesNotContain(marker + "o");
    }

    @Test
    void theFileSaysItsLicenceAndDate() {
        Http.Answer file = anybody.get("/v1/exports/organisations.csv");
        assertThat(file.header("Link")).contains("open-government-licence/version/3", "rel=\"license\"");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"organisations-\\d{4}-\\d{2}-\\d{2}\\.csv\"");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    }
}
