package org.councilregistry.api.html;

import gg.jte.Content;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Long texts as people write them: paragraphs, lists, emphasis, links. Markup in them is shown and not obeyed; links lead to
 * web and mail addresses only; pictures are shown by their words, because a page asks no other host for anything.
 */
public final class Markdown {
    /** Nested deeper, a text would exhaust the stack. */
    private static final int DEEPEST = 32;

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer WRITER = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak("<br>\n")
            .nodeRendererFactory(Plain::new)
            .attributeProviderFactory(context -> Markdown::dress)
            .build();

    private Markdown() {}

    /** The text as part of a page. */
    public static Content of(String text) {
        // behind the parser, which turns what is written as &#x202E; into the character
        String html = Inert.seen(WRITER.render(PARSER.parse(text)));
        return output -> output.writeContent(html);
    }

    private static void dress(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof BulletList) attributes.put("class", "govuk-list govuk-list--bullet");
        if (node instanceof OrderedList) attributes.put("class", "govuk-list govuk-list--number");
        if (node instanceof BlockQuote) attributes.put("class", "govuk-inset-text");
    }

    /** What is written otherwise than usual: headings would break the page's own order, pictures come from elsewhere. */
    private record Plain(HtmlNodeRendererContext context) implements NodeRenderer {
        private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:).+");

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Image.class, Link.class);
        }

        @Override
        public void render(Node node) {
            HtmlWriter html = context.getWriter();
            if (node instanceof Heading) {
                html.tag("p");
                html.tag("strong");
                children(node);
                html.tag("/strong");
                html.tag("/p");
                html.line();
            } else if (node instanceof Link link
                    && SAFE.matcher(link.getDestination()).matches()) {
                html.tag("a", Map.of("href", context.encodeUrl(link.getDestination()), "rel", "nofollow ugc"));
                children(node);
                html.tag("/a");
            } else {
                children(node);
            }
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) context.render(child);
        }
    }
}
