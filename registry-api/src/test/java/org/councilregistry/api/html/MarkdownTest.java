package org.councilregistry.api.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write with Markdown, and what they might try to. */
class MarkdownTest {
    private static String shown(String text) {
        StringOutput output = new StringOutput();
        Markdown.of(text).writeTo(output);
        return output.toString().strip();
    }

    @Test
    void listsEmphasisAndLinksAreShownAsTheyAreMeant() {
        assertThat(shown("Two *reasons*:\n\n- bins\n- roads"))
                .isEqualTo("<p>Two <em>reasons</em>:</p>\n<ul class=\"govuk-list govuk-list--bullet\">\n<li>bins</li>\n"
                        + "<li>roads</li>\n</ul>");
        assertThat(shown("See [the report](https://example.org/a?b=1&c=2)."))
                .contains("href=\"https://example.org/a?b=1&amp;c=2\"", "rel=\"nofollow ugc\"", ">the report</a>.");
    }

    @Test
    void linesStayLines() {
        assertThat(shown("one\ntwo\n\nthree")).isEqualTo("<p>one<br>\ntwo</p>\n<p>three</p>");
    }

    @Test
    void headingsAreStrongParagraphs() {
        assertThat(shown("# Why *now*")).isEqualTo("<p><strong>Why <em>now</em></strong></p>");
    }

    @Test
    void markupIsShownAndNotObeyed() {
        assertThat(shown("<script>alert(1)</script>")).doesNotContain("<script");
        assertThat(shown("a <b onclick=x>b</b>")).doesNotContain("<b");
        for (String address :
                List.of("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//x.example")) {
            assertThat(shown("[look](" + address + ")")).isEqualTo("<p>look</p>");
        }
        assertThat(shown("<javascript:alert(1)>")).isEqualTo("<p>javascript:alert(1)</p>");
        assertThat(shown("![a spy](https://elsewhere.example/x.png)")).isEqualTo("<p>a spy</p>");
    }

    @Test
    void aTextOfNothingButSignsIsNotSlow() {
        for (String signs : List.of("[", "*", "> ", ">", "- ", "1. ", "![", "_a ", "`", "<", "    >")) {
            assertThat(shown(signs.repeat(4_000))).as(signs).isNotNull();
            assertThat(shown(signs.repeat(4_000) + "x")).as(signs).contains("x");
        }
    }
}
