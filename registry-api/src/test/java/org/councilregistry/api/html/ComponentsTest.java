package org.councilregistry.api.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Our components look, element by element, as the design system's do. Ours offer less; each option that they do not offer
 * is listed below, and an example that uses one is left out.
 */
class ComponentsTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ComponentsTest.class.getClassLoader(), "org.councilregistry.templates");

    /** What a template takes of an example's options; null where it cannot show the example. */
    private interface Given extends Function<JsonNode, @Nullable Map<String, Object>> {}

    private record Ours(String template, Set<String> offered, Given given) {}

    private static final Map<String, Ours> COMPONENTS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "breadcrumbs",
                    new Ours(
                            "breadcrumbs",
                            Set.of("items[].text", "items[].href"),
                            o -> Map.of("label", "Breadcrumb", "items", crumbs(o.path("items"))))),
            Map.entry("button", new Ours("button", Set.of("text"), o -> Map.of("text", text(o, "text")))),
            Map.entry(
                    "details",
                    new Ours(
                            "details",
                            Set.of("summaryText", "text", "open"),
                            o -> Map.of(
                                    "summary",
                                    text(o, "summaryText"),
                                    "content",
                                    content(text(o, "text")),
                                    "open",
                                    o.path("open").asBoolean()))),
            Map.entry(
                    "error-summary",
                    new Ours(
                            "errorSummary",
                            Set.of("titleText", "errorList[].text", "errorList[].href"),
                            o -> linked(o.path("errorList"))
                                    ? Map.of("title", text(o, "titleText"), "errors", crumbs(o.path("errorList")))
                                    : null)),
            Map.entry(
                    "generic-header",
                    new Ours(
                            "genericHeader",
                            Set.of("logoText", "url"),
                            o -> Map.of(
                                    "name",
                                    text(o, "logoText"),
                                    "href",
                                    o.path("url").asText("/")))),
            Map.entry(
                    "input",
                    new Ours(
                            "input",
                            Set.of(
                                    "label.text",
                                    "hint.text",
                                    "errorMessage.text",
                                    "name",
                                    "id",
                                    "value",
                                    "type",
                                    "autocomplete"),
                            ComponentsTest::field)),
            Map.entry(
                    "inset-text",
                    new Ours("insetText", Set.of("text"), o -> Map.of("content", content(text(o, "text"))))),
            Map.entry(
                    "language-navigation",
                    new Ours(
                            "languageNavigation",
                            Set.of("items[].text", "items[].lang", "items[].href", "items[].current", "ariaLabel"),
                            o -> Map.of(
                                    "label",
                                    o.path("ariaLabel").asText("Language"),
                                    "items",
                                    tongues(o.path("items"))))),
            Map.entry(
                    "notification-banner",
                    new Ours(
                            "notificationBanner",
                            Set.of("text", "titleText"),
                            o -> Map.of(
                                    "title",
                                    o.path("titleText").asText("Important"),
                                    "content",
                                    content(text(o, "text"))))),
            Map.entry(
                    "pagination",
                    new Ours(
                            "pagination",
                            Set.of("previous.href", "next.href", "landmarkLabel"),
                            o -> o.path("items").isArray() ? null : pagination(o))),
            Map.entry(
                    "service-navigation",
                    new Ours(
                            "serviceNavigation",
                            Set.of("navigation[].text", "navigation[].href", "navigation[].active"),
                            o -> linked(o.path("navigation")) ? menu(o.path("navigation")) : null)),
            Map.entry(
                    "skip-link",
                    new Ours(
                            "skipLink",
                            Set.of("text", "href"),
                            o -> Map.of(
                                    "text",
                                    text(o, "text"),
                                    "href",
                                    o.path("href").asText("#content")))),
            Map.entry(
                    "summary-list",
                    new Ours(
                            "summaryList",
                            Set.of("rows[].key.text", "rows[].value.text", "rows[].value.html"),
                            o -> Map.of("content", rows(o.path("rows"))))),
            Map.entry("tag", new Ours("tag", Set.of("text", "classes"), ComponentsTest::tag)),
            Map.entry(
                    "textarea",
                    new Ours(
                            "textarea",
                            Set.of("label.text", "hint.text", "errorMessage.text", "name", "id", "value", "rows"),
                            ComponentsTest::field))));

    @Test
    void everyComponentIsTheDesignSystems() {
        Map<String, Integer> compared = new TreeMap<>();
        COMPONENTS.forEach((name, ours) -> {
            for (Fixtures.Fixture fixture : Fixtures.of(name)) {
                if (!ours.offered().containsAll(fixture.uses())) continue;
                Map<String, Object> given = ours.given().apply(fixture.options());
                if (given == null) continue;
                assertThat(Fixtures.dom(rendered(ours.template(), given)))
                        .as(name + ", " + fixture.name())
                        .isEqualTo(Fixtures.dom(fixture.html()));
                compared.merge(name, 1, Integer::sum);
            }
        });
        assertThat(compared.keySet()).isEqualTo(COMPONENTS.keySet());
        assertThat(compared.values().stream().mapToInt(i -> i).sum()).isGreaterThanOrEqualTo(65);
    }

    /** What ours do not offer: an option that appears in a later release of the design system must be decided on here. */
    @Test
    void whatOursDoNotOfferIsListed() {
        COMPONENTS.forEach((name, ours) -> {
            Set<String> exempt = new TreeSet<>();
            Fixtures.of(name)
                    .forEach(f -> f.uses().stream()
                            .filter(option -> !ours.offered().contains(option))
                            .map(option -> option.replaceAll("[.\\[].*", ""))
                            .forEach(exempt::add));
            assertThat(exempt).as(name).isEqualTo(new TreeSet<>(Exemptions.OF.get(name)));
        });
    }

    private static String rendered(String template, Map<String, Object> given) {
        StringOutput output = new StringOutput();
        ENGINE.render("html/" + template + ".jte", given, new Inert(output));
        return output.toString();
    }

    private static String text(JsonNode options, String name) {
        return options.path(name).asText();
    }

    private static Content content(String text) {
        return output -> output.writeUserContent(text);
    }

    private static List<Crumb> crumbs(JsonNode items) {
        List<Crumb> crumbs = new ArrayList<>();
        items.forEach(i -> crumbs.add(new Crumb(text(i, "text"), i.hasNonNull("href") ? text(i, "href") : null)));
        return crumbs;
    }

    private static boolean linked(JsonNode errors) {
        return errors.size() > 0 && crumbs(errors).stream().allMatch(c -> c.href() != null);
    }

    private static Map<String, Object> menu(JsonNode items) {
        Map<String, Object> given = new HashMap<>(Map.of("label", "Menu", "items", crumbs(items)));
        items.forEach(i -> {
            if (i.path("active").asBoolean()) given.put("current", text(i, "href"));
        });
        return given;
    }

    private static List<Tongue> tongues(JsonNode items) {
        List<Tongue> tongues = new ArrayList<>();
        items.forEach(i -> tongues.add(
                new Tongue(text(i, "lang"), text(i, "text"), i.path("current").asBoolean() ? null : text(i, "href"))));
        return tongues;
    }

    private static Map<String, Object> pagination(JsonNode options) {
        Map<String, Object> given =
                new HashMap<>(Map.of("label", options.path("landmarkLabel").asText("Pagination"), "unseen", " page"));
        for (String side : List.of("previous", "next")) {
            if (options.has(side))
                given.put(side, options.path(side).path("href").asText());
        }
        return given;
    }

    private static Content rows(JsonNode rows) {
        return output -> {
            for (JsonNode row : rows) {
                JsonNode value = row.path("value");
                Content content = value.has("html")
                        ? inner -> inner.writeContent(text(value, "html"))
                        : content(text(value, "text"));
                Map<String, Object> given =
                        Map.of("key", row.path("key").path("text").asText(), "content", content);
                output.writeContent(rendered("summaryRow", given));
            }
        };
    }

    private static Map<String, Object> tag(JsonNode options) {
        Map<String, Object> given = new HashMap<>(Map.of("text", text(options, "text")));
        if (options.has("classes")) given.put("colour", text(options, "classes").replace("govuk-tag--", ""));
        return given;
    }

    private static Map<String, Object> field(JsonNode options) {
        String name = text(options, "name");
        Field field = new Field(
                options.path("id").asText(name),
                name,
                options.path("label").path("text").asText(),
                options.at("/hint/text").isMissingNode()
                        ? null
                        : options.at("/hint/text").asText(),
                options.at("/errorMessage/text").isMissingNode()
                        ? null
                        : options.at("/errorMessage/text").asText());
        Map<String, Object> given = new HashMap<>(Map.of("field", field));
        for (String more : List.of("value", "type", "autocomplete")) {
            if (options.hasNonNull(more)) given.put(more, text(options, more));
        }
        if (options.has("rows")) given.put("rows", options.path("rows").asInt());
        return given;
    }
}
