package org.councilregistry.api.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.councilregistry.api.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as people use them: with a keyboard, without a script, on a phone, much enlarged. */
class BrowserTest {
    private static final RunningRegistry REGISTRY = RunningRegistry.shared();
    private static final String WORD = "walrus" + Long.toString(System.nanoTime(), 36);
    private static Browsing browsing;
    private static JsonNode bins;
    private static JsonNode component;
    private static Planted planted;

    @BeforeAll
    static void plant() {
        new Reader(REGISTRY);
        planted = new Planted(REGISTRY);
        var draft = Planted.draft("Report a missed " + WORD, "Residents say that their bin was not emptied.")
                .put("problem", "People ring up, and nobody knows whether the crew has been.")
                .put("users", "Residents, and those who answer the telephone.");
        draft.putArray("tags").add("waste");
        draft.putArray("links")
                .addObject()
                .put("url", "https://example.org/bins")
                .put("label", "Blog");
        bins = planted.publish("bins", draft);
        planted.publish("bins", draft.put("problem", "People ring up. Nobody knows whether the crew has been."));
        planted.outcome(bins, Planted.object().put("statement", "Fewer calls").put("measure", "calls"));
        for (int i = 0; i < 25; i++) {
            planted.publish(
                    "n" + i,
                    Planted.draft("Collect " + WORD + " number " + i, "A van comes.")
                            .put("phase", i % 2 == 0 ? "live" : "discovery"));
        }
        component = planted.offer(Planted.object()
                .put("name", "Finder " + WORD)
                .put("repository", "https://example.org/" + WORD)
                .put("shortDescription", "Finds bins."));
        browsing = new Browsing(REGISTRY.address());
    }

    @AfterEach
    void nothingComplained() {
        browsing.undisturbed();
    }

    @AfterAll
    static void close() {
        browsing.close();
    }

    /** Every page in every state, by a name for its picture. */
    private static Map<String, String> pages() {
        String slug = bins.path("slug").asText();
        String council = planted.council.slug();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("home-welsh", "/cy");
        pages.put("discover-full", "/initiatives");
        pages.put("discover-narrowed", "/initiatives?q=" + WORD + "&phase=live&sort=newest");
        pages.put("discover-empty", "/initiatives?q=nothing" + WORD + "&phase=live");
        pages.put("discover-refused", "/initiatives?phase=nearly");
        pages.put("initiative", "/initiatives/" + slug);
        pages.put("initiative-welsh", "/cy/initiatives/" + slug);
        pages.put("history", "/initiatives/" + slug + "/history");
        pages.put("components", "/components");
        pages.put("component", "/components/" + component.path("slug").asText());
        pages.put("organisations", "/organisations");
        pages.put("organisation", "/organisations/" + council);
        pages.put("organisation-empty", "/organisations/" + REGISTRY.council().slug());
        pages.put("board-paper", "/organisations/" + council + "/board-paper");
        pages.put("services", "/services");
        pages.put("ask", "/ask");
        pages.put("developers", "/developers");
        pages.put("problems", "/problems");
        pages.put("problem", "/problems/version-conflict");
        pages.put("accessibility", "/accessibility");
        pages.put("privacy", "/privacy");
        pages.put("not-found", "/initiatives/nothing-" + WORD);
        return pages;
    }

    @Test
    void axeFindsNothingOnAnyPage() {
        Page page = browsing.open();
        pages().forEach((name, path) -> {
            page.navigate(path);
            Browsing.accessible(page, name);
        });
    }

    @Test
    void axeFindsNothingOnTheAnswersToTheQuestion() {
        Page page = browsing.open(1280, 1024, false);
        page.navigate("/ask");
        page.locator("form#question button").click();
        String refused = page.content();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        assertThat(refused).contains("Error: ");
        Page scripted = browsing.open();
        scripted.navigate("/ask");
        scripted.locator("form#question button").click();
        Browsing.accessible(scripted, "ask-refused");
        scripted.locator("#title").fill("Report a missed " + WORD);
        scripted.locator("form#question button").click();
        assertThat(scripted.locator("#answer .registry-hit").first()).isVisible();
        Browsing.accessible(scripted, "ask-answered");
    }

    @Test
    void nothingRunsOffAPhoneOrAWindowAtFourHundredPercent() {
        Page phone = browsing.open(320, 640, true);
        Page enlarged = browsing.open(320, 256, true);
        pages().forEach((name, path) -> {
            phone.navigate(path);
            Browsing.fits(phone, name);
            enlarged.navigate(path);
            Browsing.fits(enlarged, name);
        });
        phone.navigate("/initiatives/" + bins.path("slug").asText());
        Browsing.accessible(phone, "phone-initiative");
    }

    @Test
    void somebodyWithAKeyboardSearchesNarrowsAndReads() {
        Page page = browsing.open();
        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to main content");
        tabTo(page, "#q");
        page.keyboard().type(WORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/initiatives?q=*");
        tabTo(page, ".registry-facet a:has-text('Alpha')");
        page.keyboard().press("Enter");
        page.waitForURL("**phase=alpha**");
        assertThat(page.locator("#results")).containsText("Initiatives: 1");
        tabTo(page, ".registry-hit__title a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Report a missed");
    }

    /** Presses Tab until that is in focus, seen to be so. */
    private static void tabTo(Page page, String selector) {
        Locator target = page.locator(selector).first();
        for (int i = 0; i < 150; i++) {
            if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
                Object outlined = target.evaluate(
                        "e => getComputedStyle(e).outlineStyle !== 'none' || getComputedStyle(e).boxShadow !== 'none'");
                assertThat(outlined)
                        .as("the focus on " + selector + " can be seen")
                        .isEqualTo(true);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " cannot be reached with the Tab key");
    }

    @Test
    void somebodyWithoutScriptAsksAndFollowsAMatch() {
        Page page = browsing.open(1280, 1024, false);
        page.navigate("/ask");
        page.locator("#title").fill("Report a missed " + WORD);
        page.locator("#problem").fill("People ring up, and nobody knows whether the crew has been.");
        page.locator("form#question button").click();
        Locator match = page.locator("#answer .registry-hit__title a").first();
        assertThat(match).containsText("Report a missed");
        match.click();
        assertThat(page.locator("h1")).containsText("Report a missed " + WORD);
    }

    @Test
    void theAnswerComesWhileOneTypesAndTheFocusStays() {
        Page page = browsing.open();
        page.navigate("/ask");
        page.locator("#title").pressSequentially("Report a missed " + WORD);
        assertThat(page.locator("#answer .registry-hit").first()).isVisible();
        assertThat(page.locator("#announcement")).containsText("Similar work found");
        assertThat(page.locator("#title")).isFocused();
        assertThat(page.locator("#title")).hasValue("Report a missed " + WORD);
        page.keyboard().type("x");
        assertThat(page.locator("#title")).hasValue("Report a missed " + WORD + "x");
    }

    @Test
    void aBoardPaperPrintsWithoutMenus() {
        Page page = browsing.open();
        page.navigate("/organisations/" + planted.council.slug() + "/board-paper");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".govuk-service-navigation")).isHidden();
        assertThat(page.locator("h1")).isVisible();
        byte[] paper = page.pdf();
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void aFirstViewIsLight() {
        for (String path : new String[] {
            "/",
            "/initiatives?q=" + WORD,
            "/ask",
            "/initiatives/" + bins.path("slug").asText()
        }) {
            Page page = browsing.open();
            long[] bytes = {0};
            page.onResponse(
                    (Response response) -> bytes[0] += response.request().sizes().responseBodySize);
            page.navigate(path);
            assertThat(bytes[0]).as(path + " and its files, as they travel").isBetween(1_000L, 60_000L);
        }
    }
}
