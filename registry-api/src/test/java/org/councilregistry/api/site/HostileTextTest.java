package org.councilregistry.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.councilregistry.api.RunningRegistry;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What strangers write stays text: on every page, in CSV and in feeds. */
class HostileTextTest {
    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title><script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "]]><x>",
            "javascript:alert(1)",
            "[look](javascript:alert(1)) [there](data:text/html,x) <javascript:alert(1)>",
            "![spy](https://elsewhere.example/pixel.png)",
            "# heading\n\n<details open ontoggle=alert(1)>",
            "${7*7} #{7*7} {{7*7}}",
            "&#x202E;gnitcerid &#8294;turned",
            "\u202Egnitcerid\u202C \u2066turned\u2069",
            "=HYPERLINK(\"http://x\",\"y\")",
            "\uD83D\uDDD1\uFE0F bins \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F");

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Reader reader = new Reader(registry);
    private final Planted planted = new Planted(registry);

    private JsonNode plant(String text, int i) {
        String word = "hostile" + Long.toString(System.nanoTime(), 36);
        String title = text.length() > 150 ? text.substring(0, 150) : text;
        ObjectNode draft = Planted.draft(title + " " + word, text.length() > 450 ? text.substring(0, 450) : text)
                .put("problem", text)
                .put("users", text)
                .put("approach", text)
                .put("department", title);
        draft.putArray("tags").add(text.length() > 60 ? "x" : text);
        draft.putArray("suppliers").add(title);
        draft.putArray("links")
                .addObject()
                .put("url", "https://example.org/?" + "\"><b>")
                .put("label", title);
        draft.putArray("evidence").addObject().put("kind", "complaints").put("finding", text);
        JsonNode made = planted.publish("hostile" + i, draft);
        planted.outcome(made, Planted.object().put("statement", title).put("method", text));
        return made;
    }

    @Test
    void noPageRunsOrShowsMarkupOfARecord() {
        for (int i = 0; i < TEXTS.size(); i++) {
            JsonNode made = plant(TEXTS.get(i), i);
            for (String path : planted.addresses(made, "bins")) {
                if (path.contains(".")) continue;
                inert(reader.page(path), path + " with " + TEXTS.get(i));
            }
            Document asked =
                    Reader.page(reader.send("/ask", Map.of("title", TEXTS.get(i), "problem", TEXTS.get(i))), 200);
            inert(asked, "/ask with " + TEXTS.get(i));
        }
    }

    private static void inert(Document page, String at) {
        assertThat(page.select("script:not([src]):not([type=application/ld+json]), img, [onmouseover], [ontoggle], x"))
                .as(at)
                .isEmpty();
        assertThat(page.select("script[src]").eachAttr("src")).as(at).allMatch(src -> src.startsWith("/assets/"));
        assertThat(page.select("a[href~=(?i)^\\s*javascript:], a[href~=(?i)^\\s*data:]"))
                .as(at)
                .isEmpty();
        assertThat(page.html()).as(at).doesNotContain("\u202E", "\u2066", "7*7=49");
        for (String data : page.select("script[type=application/ld+json]").eachAttr("type")) {
            assertThat(data).isEqualTo("application/ld+json");
        }
    }

    @Test
    void aFeedOfHostileTextsIsWellFormed() throws Exception {
        for (int i = 0; i < TEXTS.size(); i++) plant(TEXTS.get(i), i);
        String feed = reader.get("/initiatives.atom?organisation=" + planted.council.slug())
                .response()
                .body();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        org.w3c.dom.Document xml =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagName("entry").getLength()).isEqualTo(TEXTS.size());
        assertThat(xml.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void noCellOfAListIsAFormula() {
        plant("=HYPERLINK(\"http://x\",\"y\")", 0);
        String csv = reader.get("/initiatives.csv?organisation=" + planted.council.slug())
                .response()
                .body();
        assertThat(csv).contains("\"'=HYPERLINK(").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
    }

    @Test
    void aTextWithoutEndIsShownWhole() {
        String endless = "x".repeat(7_990);
        JsonNode made = planted.publish(
                "endless", Planted.draft("y".repeat(200), "z".repeat(500)).put("problem", endless));
        Document page = reader.page("/initiatives/" + made.path("slug").asText());
        assertThat(page.text()).contains(endless);
    }
}
