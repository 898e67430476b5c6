package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser, Debian's Chromium, with nothing on its screen but our pages. */
final class Browsing implements AutoCloseable {
    private static final Path SHOTS = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final URI address;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    Browsing(URI address) {
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser.path", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A page in a window of this size, in CSS pixels. */
    Page open(int width, int height, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script)
                .setLocale("en-GB"));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean refusal = message.text().contains("Failed to load resource");
            if (message.type().equals("error") && !refusal) complaints.add(page.url() + ": " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) strangers.add(request.url());
        });
        return page;
    }

    /** A page in a window as most have it. */
    Page open() {
        return open(1280, 1024, true);
    }

    /** Goes on only when axe finds nothing against WCAG 2.2 AA; keeps a picture. */
    static void accessible(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + " " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .as(name)
                .isEmpty();
    }

    /** Goes on only when nothing runs off the window sideways. */
    static void fits(Page page, String name) {
        Object width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) width).intValue()).as(name + " runs off sideways").isZero();
    }

    /** Goes on only when no policy was violated, no script failed and nobody else was asked. */
    void undisturbed() {
        assertThat(complaints).isEmpty();
        assertThat(strangers).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
