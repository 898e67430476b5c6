package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.councilregistry.api.RunningRegistry;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All the work on one service, and where there is none. */
class ServicePageTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Planted planted = new Planted(registry);
    private final Planted other = new Planted(registry);
    private final String number = "8" + System.nanoTime() % 1_000_000;
    private final String path = "/services/lgsl:" + number;

    @BeforeEach
    void theServiceIsKnown() {
        String row = "LGSL,Description\n" + number + ",Allotments " + number + "\n";
        registry.wiring().serviceImport().run(row.getBytes(StandardCharsets.UTF_8), line -> {});
    }

    private ObjectNode work(String title) {
        ObjectNode draft = Planted.draft(title, "Plots are let on paper.");
        draft.putArray("services").add("lgsl:" + number);
        return draft;
    }

    @Test
    void theWorkOfAllCouncilsIsShownByPhaseWithItsWhiteSpaces() {
        planted.publish("plots", work("Let plots online"));
        other.publish("plots", work("Waiting list for plots").put("phase", "live"));
        planted.keep(work("Plots nobody knows of"));
        Document page = new Reader(registry).page(path);
        assertThat(page.selectFirst("h1").text()).isEqualTo("Allotments " + number);
        assertThat(page.selectFirst(".govuk-body-l").text()).contains("2");
        assertThat(page.text()).contains("Let plots online", "Waiting list for plots", planted.council.name());
        assertThat(page.text()).doesNotContain("nobody knows of");
        assertThat(page.select(".registry-white-space h3").eachText())
                .contains("Discovery (0)")
                .noneMatch(phase -> phase.startsWith("Alpha") || phase.startsWith("Live"));
        assertThat(page.select("link[rel=alternate][type=application/atom+xml]").attr("href"))
                .contains("service=lgsl:" + number);
        assertThat(page.select("script[type=application/ld+json]").html()).contains("GovernmentService");
    }

    @Test
    void theListThatItLeadsToHoldsTheSameWork() {
        planted.publish("plots", work("Let plots online"));
        Reader reader = new Reader(registry);
        assertThat(reader.page("/initiatives?service=lgsl:" + number).text()).contains("Let plots online");
        assertThat(reader.get("/initiatives.csv?service=lgsl:" + number)
                        .response()
                        .body())
                .contains("Let plots online");
        assertThat(reader.get("/initiatives.atom?service=lgsl:" + number)
                        .response()
                        .body())
                .contains("Let plots online");
    }

    @Test
    void aNumberAloneLeadsToTheCodeAndAnUnknownOneNowhere() {
        Reader reader = new Reader(registry);
        assertThat(reader.get("/services/" + number).header("Location")).endsWith(path);
        assertThat(Reader.page(reader.get("/services/lgsl:1" + number), 404)
                        .selectFirst("h1")
                        .text())
                .isEqualTo("Page not found");
        assertThat(reader.page("/services?q=" + number).select("main a[href=" + path + "]"))
                .hasSize(1);
    }
}
