package org.councilregistry.api.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How the design system's own components look: what they are given, and the HTML that comes of it. */
final class Fixtures {
    private Fixtures() {}

    /** One example of a component. */
    record Fixture(String name, JsonNode options, String html) {
        /** The options that it uses, {@code items[].text} for one of each item's. */
        Set<String> uses() {
            Set<String> uses = new TreeSet<>();
            add("", options, uses);
            return uses;
        }

        private static void add(String path, JsonNode node, Set<String> uses) {
            if (node.isObject() && !node.isEmpty()) {
                node.properties()
                        .forEach(m -> add(path.isEmpty() ? m.getKey() : path + "." + m.getKey(), m.getValue(), uses));
            } else if (node.isArray() && !node.isEmpty()) {
                node.forEach(item -> add(path + "[]", item, uses));
            } else if (!path.isEmpty()) {
                uses.add(path);
            }
        }
    }

    /** All examples of a component. */
    static List<Fixture> of(String component) {
        try (InputStream file = Fixtures.class.getResourceAsStream("components/" + component + ".json")) {
            List<Fixture> fixtures = new ArrayList<>();
            new ObjectMapper()
                    .readTree(file)
                    .forEach(f -> fixtures.add(new Fixture(
                            f.path("name").asText(),
                            f.path("options"),
                            f.path("html").asText())));
            return fixtures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * HTML as its elements, attributes in order of their names, and texts; spaces between elements do not count,
     * nor does the button that folds a menu away, which needs a script.
     */
    static String dom(String html) {
        StringBuilder dom = new StringBuilder();
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(".govuk-service-navigation__toggle").remove();
        body.childNodes().forEach(node -> write(node, "", dom));
        return dom.toString();
    }

    private static void write(Node node, String indent, StringBuilder dom) {
        if (node instanceof TextNode text && !text.isBlank()) {
            dom.append(indent).append(text.text().strip()).append('\n');
        } else if (node instanceof Element element) {
            dom.append(indent).append(element.normalName());
            element.attributes().asList().stream()
                    .map(Fixtures::attribute)
                    .sorted()
                    .forEach(a -> dom.append(' ').append(a));
            dom.append('\n');
            element.childNodes().forEach(child -> write(child, indent + "  ", dom));
        }
    }

    private static String attribute(Attribute attribute) {
        String value = attribute.getKey().equals("class")
                ? String.join(
                        " ", new TreeSet<>(List.of(attribute.getValue().strip().split("\\s+"))))
                : attribute.getValue();
        return attribute.getKey() + "=" + value;
    }
}
