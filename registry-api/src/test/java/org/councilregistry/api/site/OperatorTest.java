package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Migrations;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the service sets, and what readers are told when it cannot answer. */
class OperatorTest {
    private static final String PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>";

    @TempDir
    Path folder;

    @Test
    void theOperatorsLogoNameAndAddressAreUsed() throws Exception {
        Path logo = Files.writeString(folder.resolve("logo.svg"), PICTURE);
        try (RunningRegistry registry = RunningRegistry.with(Map.of(
                "dw.site.name", "Digital North",
                "dw.site.logo", logo.toString(),
                "dw.site.colour", "#00703c",
                "dw.site.address", "https://north.example",
                "dw.meanings", "false"))) {
            Planted planted = new Planted(registry);
            JsonNode bins = planted.publish("bins", Planted.draft("Missed bins", "Bins are missed."));
            Reader reader = new Reader(registry);
            Document page = reader.page("/initiatives");
            assertThat(page.title()).endsWith("– Digital North");
            String shown = page.selectFirst(".govuk-generic-header__logo img[alt=Digital North]")
                    .attr("src");
            Http.Answer picture = reader.get(shown);
            assertThat(picture.response().body()).isEqualTo(PICTURE);
            assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
            assertThat(picture.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(picture.header("Cache-Control")).contains("immutable");
            assertThat(reader.get(page.selectFirst("link[rel=stylesheet]").attr("href"))
                            .response()
                            .body())
                    .contains("#00703c");
            String path = "/initiatives/" + bins.path("slug").asText();
            assertThat(reader.page(path).selectFirst("link[rel=canonical]").attr("href"))
                    .isEqualTo("https://north.example" + path);
            assertThat(reader.get("/initiatives.atom").response().body())
                    .contains("<id>https://north.example/initiatives", "href=\"https://north.example/initiatives/");
        }
    }

    @Test
    void readersAreToldInPlainWordsThatTheDatabaseDoesNotAnswer() throws Exception {
        try (RunningRegistry registry = RunningRegistry.byWordsAlone()) {
            Reader reader = new Reader(registry);
            reader.page("/initiatives");
            connections(registry, false);
            Http.Answer refused = reader.get("/initiatives");
            Document page = Reader.page(refused, 503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(page.selectFirst("h1").text()).contains("not available");
            assertThat(page.text()).doesNotContain("Exception", "jdbc", "PSQL");
            assertThat(Reader.page(reader.get("/cy/initiatives"), 503)
                            .selectFirst("html")
                            .attr("lang"))
                    .isEqualTo("cy");
            connections(registry, true);
            Eventually.until(
                    Duration.ofSeconds(20), () -> reader.get("/initiatives").status() == 200);
        }
    }

    @Test
    void whoAsksTooOftenIsToldInPlainWordsWhenToGoOn() {
        Map<String, String> once =
                Map.of("dw.limits.enabled", "true", "dw.limits.anonymous", "1", "dw.meanings", "false");
        try (RunningRegistry registry = RunningRegistry.with(once)) {
            Reader reader = new Reader(registry);
            reader.get("/initiatives");
            Http.Answer refused = reader.get("/initiatives");
            Document page = Reader.page(refused, 429);
            assertThat(page.selectFirst("h1").text()).isNotEmpty();
            assertThat(page.text()).contains("Go on in");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            String style = page.selectFirst("link[rel=stylesheet]").attr("href");
            assertThat(reader.get(style).status())
                    .as("the page's look is not counted")
                    .isEqualTo(200);
        }
    }

    /** Lets the database take connections, or drops them all. */
    private static void connections(RunningRegistry registry, boolean allowed) throws SQLException {
        Migrations.Target target = registry.wiring().address().owner();
        String other = target.url().replaceFirst("/registry(?=$|\\?)", "/postgres");
        try (Connection connection = DriverManager.getConnection(other, target.user(), target.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database registry allow_connections " + allowed);
            if (allowed) return;
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'registry'");
        }
    }
}
