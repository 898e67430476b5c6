package org.councilregistry.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Values for the schemas of the contract: right ones, nearly right ones and hostile ones. */
final class Values {
    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "' or 1=1 --",
            "\"; drop table initiatives; --",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "..%2f..%2f",
            "%00",
            "%zz",
            "\u202Eevil",
            "a\r\nX-Injected: 1",
            "=cmd|' /C calc'!A0",
            "\uD83D\uDE00".repeat(60),
            "x".repeat(9_000),
            "-1",
            "1e999999999",
            "99999999999999999999",
            "NaN",
            "null",
            "2026-02-30",
            "+999999999-01-01",
            "[[[[[[",
            "\\",
            "a:b:c",
            "crk_000000000000_0000000000000000000000000000000000000000000_000000");

    /** What fits the patterns of the contract. */
    private static final Map<String, List<String>> FITTING = Map.of(
            "^(?:[A-Z]{2})$", List.of("GB", "FR"),
            "^(?:[A-Z]{3})$", List.of("GBP", "EUR"),
            "^(?:[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$", List.of("en", "cy", "en-GB"),
            "^(?:https?://\\S+)$", List.of("https://council.example/page", "https://git.example/owner/repo"));

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final JsonNode schemas;
    private final SplittableRandom random;
    private final Map<String, List<String>> known;
    /** Whether these are a well-meaning caller's, so that they get where a hostile one's never come. */
    private final boolean kind;

    /**
     * By these schemas and this chance; every other one is kind.
     *
     * @param known what exists, by the name of the member or parameter that names it
     */
    Values(JsonNode schemas, SplittableRandom random, Map<String, List<String>> known) {
        this.schemas = schemas;
        this.random = random;
        this.known = known;
        this.kind = random.nextBoolean();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** As {@link #chance}, of something that a well-meaning caller does not do. */
    boolean unkind(int percent) {
        return !kind && chance(percent);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A value for a schema; about one in ten is none. */
    JsonNode of(String name, JsonNode schema, int depth) {
        if (unkind(4)) return hostile();
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = schemas.path(resolved.path("$ref").asText().replaceFirst(".*/", ""));
        }
        if (resolved.has("enum")) return one(iterable(resolved.path("enum")));
        for (String either : List.of("oneOf", "anyOf", "allOf")) {
            if (resolved.has(either)) return of(name, one(iterable(resolved.path(either))), depth);
        }
        JsonNode type = resolved.path("type");
        return ofType(name, type.isArray() ? one(iterable(type)).asText() : type.asText(), resolved, depth);
    }

    private JsonNode ofType(String name, String type, JsonNode schema, int depth) {
        return switch (type) {
            case "object" -> depth > DEEPEST ? JSON.objectNode() : object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(unkind(20) ? random.nextInt() : random.nextInt(1, 60));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(-100, 100_000), 2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required =
                iterable(schema.path("required")).stream().map(JsonNode::asText).toList();
        schema.path("properties").properties().forEach(member -> {
            boolean wanted = required.contains(member.getKey()) ? !unkind(3) : chance(kind ? 12 : 30);
            if (wanted) object.set(member.getKey(), of(member.getKey(), member.getValue(), depth + 1));
        });
        if (unkind(3)) object.put("unheardOf", 1);
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = unkind(2) ? 300 : random.nextInt(4);
        for (int i = 0; i < size && depth <= DEEPEST; i++) array.add(of(name, schema.path("items"), depth + 1));
        return array;
    }

    /** A text for a member or parameter of this name. */
    String text(String name, JsonNode schema) {
        if (known.containsKey(name) && !unkind(15)) return one(known.get(name));
        if (unkind(5)) return one(HOSTILE);
        List<String> fitting = FITTING.get(schema.path("pattern").asText());
        if (fitting != null && !unkind(20)) return one(fitting);
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "email" -> "team@council.example.org";
            case "date" -> "20" + random.nextInt(10, 40) + "-0" + random.nextInt(1, 10) + "-1" + random.nextInt(10);
            case "date-time" -> "20" + random.nextInt(10, 40) + "-01-0" + random.nextInt(1, 10) + "T09:00:00Z";
            default -> words(schema.path("maxLength").asInt(40));
        };
    }

    private String words(int most) {
        StringBuilder text = new StringBuilder();
        int length = unkind(3) ? most + 1 : Math.min(most, random.nextInt(1, 60));
        while (text.length() < length) text.append((char) ('a' + random.nextInt(26)));
        return text.toString();
    }

    private JsonNode hostile() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.arrayNode().add(JSON.nullNode());
            case 3 -> JSON.objectNode().put("a", 1);
            case 4 -> JSON.booleanNode(true);
            default -> JSON.textNode(one(HOSTILE));
        };
    }

    static List<JsonNode> iterable(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }
}
