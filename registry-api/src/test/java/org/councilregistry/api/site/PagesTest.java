package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What somebody finds who opens an address without an account. */
class PagesTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Reader reader = new Reader(registry);
    private final Planted planted = new Planted(registry);
    private final String word = "zebra" + Long.toString(System.nanoTime(), 36);

    private JsonNode publish() {
        return planted.publish(
                "bins",
                Planted.draft("Report a missed " + word, "Residents say that their bin was not emptied.")
                        .put("problem", "People ring up.\nNobody knows whether the crew has been."));
    }

    @Test
    void everyPageReadsAloneAndIsWellMade() {
        JsonNode bins = publish();
        JsonNode component = planted.offer(Planted.object().put("name", "Bin finder " + word));
        planted.outcome(bins, Planted.object().put("statement", "Fewer calls"));
        for (String path : List.of(
                "/",
                "/initiatives",
                "/initiatives?q=" + word,
                "/initiatives?q=nothingatall" + word,
                "/initiatives/" + bins.path("slug").asText(),
                "/initiatives/" + bins.path("slug").asText() + "/history",
                "/components",
                "/components/" + component.path("slug").asText(),
                "/organisations",
                "/organisations/" + planted.council.slug(),
                "/organisations/" + planted.council.slug() + "/board-paper",
                "/services",
                "/ask",
                "/developers",
                "/problems",
                "/problems/version-conflict",
                "/accessibility",
                "/privacy")) {
            wellMade(reader.get(path), "en");
            wellMade(reader.get(path.equals("/") ? "/cy" : "/cy" + path), "cy");
        }
    }

    private static void wellMade(Http.Answer answer, String language) {
        Document page = Reader.page(answer, 200);
        String at = answer.response().uri().toString();
        assertThat(page.selectFirst("html").attr("lang")).as(at).isEqualTo(language);
        assertThat(answer.header("Content-Language")).as(at).isEqualTo(language);
        assertThat(page.title()).as(at).endsWith("– Council Registry").hasSizeGreaterThan(20);
        assertThat(page.select("h1")).as(at).hasSize(1);
        assertThat(page.select("main#main-content, a.govuk-skip-link[href=#main-content]"))
                .as(at)
                .hasSize(2);
        assertThat(page.select("[style], style, [onclick], script:not([src]):not([type=application/ld+json])"))
                .as(at)
                .isEmpty();
        assertThat(page.select("link[rel=stylesheet]")).as(at).hasSize(1);
        assertThat(page.select("script[src]").size()).as(at).isLessThanOrEqualTo(2);
        for (Element file : page.select("[src], link[rel=stylesheet], link[rel=icon]")) {
            assertThat(file.attr("src") + file.attr("href")).as(at).startsWith("/assets/");
        }
        assertThat(page.select("[id]").eachAttr("id")).as(at).doesNotHaveDuplicates();
        assertThat(answer.header("Content-Security-Policy"))
                .as(at)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).as(at).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(at).isEqualTo("same-origin");
    }

    @Test
    void everyLinkOfOursLeadsSomewhere() {
        JsonNode bins = publish();
        TreeSet<String> links = new TreeSet<>();
        for (String path : List.of(
                "/cy",
                "/",
                "/initiatives?q=" + word,
                "/initiatives/" + bins.path("slug").asText(),
                "/ask",
                "/developers",
                "/organisations/" + planted.council.slug())) {
            for (Element link : reader.page(path).select("a[href^=/], link[href^=/]")) links.add(link.attr("href"));
        }
        assertThat(links).hasSizeGreaterThan(25);
        for (String link : links) assertThat(reader.get(link).status()).as(link).isEqualTo(200);
    }

    @Test
    void aSearchIsNarrowedAndWidenedAgain() {
        publish();
        planted.publish(
                "live", Planted.draft("Collect a " + word, "A van comes.").put("phase", "live"));
        Document both = reader.page("/initiatives?q=" + word);
        assertThat(both.select("#results").text()).startsWith("Initiatives: 2");
        assertThat(both.select(".registry-hit mark").eachText()).contains(word);
        Element live = both.selectFirst("a:contains(Live)");
        assertThat(live.parent().text()).isEqualTo("Live (1)");
        Document narrowed = reader.page(live.attr("href"));
        assertThat(narrowed.select(".registry-hit__title").eachText()).containsExactly("Collect a " + word);
        Element chosen = narrowed.selectFirst(".registry-chosen a");
        assertThat(chosen.text()).contains("Remove", "Phase: Live");
        assertThat(reader.page(chosen.attr("href")).select(".registry-hit__title"))
                .hasSize(2);
    }

    @Test
    void aListGoesOnOnTheNextPageWithItsFilters() {
        for (int i = 0; i < 23; i++) planted.publish("n" + i, Planted.draft("Number " + i + " " + word, "Short."));
        Document first = reader.page("/initiatives?q=" + word + "&sort=newest");
        assertThat(first.select(".registry-hit")).hasSize(20);
        Document second = reader.page(first.selectFirst("a[rel=next]").attr("href"));
        assertThat(second.select(".registry-hit")).hasSize(3);
        assertThat(second.select("#results").text()).contains(word);
        assertThat(reader.page(second.selectFirst("a[rel=prev]").attr("href")).select(".registry-hit"))
                .hasSize(20);
    }

    @Test
    void aRecordSaysTheProblemFirstAndIsAlsoData() throws IOException {
        JsonNode bins = publish();
        Document page = reader.page("/initiatives/" + bins.path("slug").asText());
        assertThat(page.select("article h2").eachText()).startsWith("The problem", "Who has it");
        assertThat(page.selectFirst("article div[dir=auto] p").html())
                .containsSubsequence("People ring up.", "<br>", "Nobody knows");
        JsonNode data = new ObjectMapper()
                .readTree(page.selectFirst("script[type=application/ld+json]").data());
        assertThat(data.path("name").asText()).isEqualTo("Report a missed " + word);
        assertThat(page.selectFirst("link[type=application/json]").attr("href"))
                .isEqualTo("/v1/initiatives/" + bins.path("id").asText());
    }

    @Test
    void anIdLeadsToTheAddressInWordsInTheSameLanguage() {
        JsonNode bins = publish();
        Http.Answer moved = reader.get("/cy/initiatives/" + bins.path("id").asText());
        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.header("Location"))
                .isEqualTo("/cy/initiatives/" + bins.path("slug").asText());
    }

    @Test
    void aPageThatWasShownBeforeShowsWhatHasChangedSince() {
        JsonNode bins = publish();
        String path = "/initiatives/" + bins.path("slug").asText();
        for (int i = 0; i < 2; i++) assertThat(reader.page(path).text()).doesNotContain("Fewer calls");
        assertThat(reader.page("/cy" + path).selectFirst("html").attr("lang")).isEqualTo("cy");
        planted.outcome(bins, Planted.object().put("statement", "Fewer calls"));
        assertThat(reader.page(path).text()).contains("Fewer calls");
        planted.publish("bins", Planted.draft("Report a full " + word, "Another summary."));
        assertThat(reader.page(path).selectFirst("h1").text()).isEqualTo("Report a full " + word);
        planted.withdraw(bins, "Entered twice");
        assertThat(reader.get(path).status()).isEqualTo(410);
    }

    @Test
    void whatChangedIsShownWordByWord() {
        publish();
        JsonNode again = planted.publish(
                "bins", Planted.draft("Report a full " + word, "Residents say that their bin was not emptied."));
        Document history = reader.page("/initiatives/" + again.path("slug").asText() + "/history");
        assertThat(history.select("dd del").eachText()).contains("missed");
        assertThat(history.select("dd ins").eachText()).contains("full");
    }

    @Test
    void theQuestionIsAnsweredWithReasons() {
        publish();
        Http.Answer answer =
                reader.send("/ask", Map.of("title", "Report a missed " + word, "problem", "People ring up."));
        Document page = Reader.page(answer, 200);
        assertThat(page.select("#answer .registry-hit__title").eachText()).contains("Report a missed " + word);
        assertThat(page.select("#answer mark")).isNotEmpty();
        assertThat(page.select("#answer ul.registry-meta li")).isNotEmpty();
        assertThat(page.select("#answer").text()).contains("were not compared", "What to do next");
        assertThat(page.selectFirst("#title").val()).isEqualTo("Report a missed " + word);
        assertThat(page.selectFirst("#announcement").attr("aria-live")).isEqualTo("polite");
        assertThat(reader.page("/initiatives?q=" + word).select(".registry-hit"))
                .hasSize(1);
    }

    @Test
    void aQuestionThatSaysNothingIsToldWhatIsMissing() {
        Document page = Reader.page(reader.send("/ask", Map.of("title", " ", "organisation", "Nowhere")), 422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.selectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#title");
        assertThat(page.selectFirst("#title").attr("aria-describedby")).contains("title-error");
        Document unknown =
                Reader.page(reader.send("/ask", Map.of("title", "Bins", "organisation", "Nowhere at all")), 422);
        assertThat(unknown.selectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#organisation");
    }

    @Test
    void refusalsArePagesInPlainWords() {
        Document missing = Reader.page(reader.get("/initiatives/no-such-" + word), 404);
        assertThat(missing.selectFirst("h1").text()).isEqualTo("Page not found");
        assertThat(Reader.page(reader.get("/cy/nothing/here"), 404)
                        .selectFirst("h1")
                        .text())
                .isEqualTo("Heb ganfod y dudalen");
        assertThat(Reader.page(reader.get("/initiatives?phase=nearly"), 422).text())
                .contains("discovery");
        JsonNode bins = publish();
        planted.withdraw(bins, "Entered twice");
        Document gone =
                Reader.page(reader.get("/initiatives/" + bins.path("slug").asText()), 410);
        assertThat(gone.text()).contains("This record was withdrawn", "Entered twice");
        assertThat(reader.get("/v1/nothing").header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aLinkThatSomebodyDecoratedStillOpens() {
        assertThat(reader.get("/initiatives?utm_source=mail&fbclid=1").status()).isEqualTo(200);
    }

    @Test
    void browsersKeepFilesForAYearAndAskForPagesAgain() {
        Document home = reader.page("/");
        Http.Answer style = reader.get(home.selectFirst("link[rel=stylesheet]").attr("href"));
        assertThat(style.header("Content-Type")).isEqualTo("text/css;charset=utf-8");
        assertThat(style.header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(reader.get("/assets/nothing.css").status()).isEqualTo(404);
        Http.Answer page = reader.get("/privacy");
        Http plain = new Http(registry.address(), null);
        assertThat(plain.get("/privacy", "Accept", "text/html", "If-None-Match", page.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aListCanBeFollowedAndTakenAlong() {
        JsonNode bins = publish();
        Http.Answer feed = reader.get("/initiatives.atom?organisation=" + planted.council.slug());
        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(feed.response().body())
                .contains(
                        "<title>Report a missed " + word + "</title>",
                        "urn:uuid:" + bins.path("id").asText());
        Http.Answer csv = reader.get("/initiatives.csv?organisation=" + planted.council.slug());
        assertThat(csv.response().body()).contains("id,title,summary,organisation,phase", "Report a missed " + word);
    }
}
