package org.councilregistry.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers against the contract. Stricter than the contract is with its readers: a member that is not in it is a
 * fault, because it is we who send it.
 */
public final class ContractCheck {
    private static final Set<Integer> NOT_OURS = Set.of(400, 404, 405, 408, 413, 429, 431, 503);

    private final JsonNode contract;
    private final JsonNode definitions;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * One answer of the service.
     *
     * @param method the request's method
     * @param path the request's path, without its query
     * @param contentType the answer's {@code Content-Type}
     * @param body the answer's body, not compressed
     */
    public record Answer(
            String method,
            String path,
            int status,
            @Nullable String contentType,
            byte[] body) {
        String type() {
            return contentType == null ? "" : contentType.replaceAll(";.*", "").strip();
        }

        @Override
        public String toString() {
            return method + " " + path + " -> " + status + " " + type();
        }
    }

    private ContractCheck(JsonNode contract) {
        this.contract = contract;
        this.definitions = local(contract.at("/components/schemas"));
        definitions.forEach(ContractCheck::close);
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, r -> r.schemaRegistryConfig(config));
    }

    /** By the contract that is committed. */
    public static ContractCheck committed() {
        return new ContractCheck(Resources.contract());
    }

    /** By this contract. */
    public static ContractCheck of(String yaml) {
        try {
            return new ContractCheck(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /** Goes on only when the contract allows the answer. */
    public void check(Answer answer) {
        List<String> faults = faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("The answer is not what schema/openapi.yaml says: " + answer + "\n  "
                    + String.join("\n  ", faults));
        }
    }

    /** What the contract does not allow; nothing for addresses that are not part of it. */
    List<String> faults(Answer answer) {
        if (!answer.path().startsWith("/v1/")) return List.of();
        if (answer.status() >= 400) return problem(answer);
        Optional<JsonNode> operation = operation(answer);
        if (operation.isEmpty()) return List.of("no such path and method");
        JsonNode response = resolved(operation.get().path("responses").path(String.valueOf(answer.status())));
        if (response.isMissingNode()) return List.of("no such status");
        boolean empty = answer.body().length == 0;
        if (empty && (answer.method().equals("HEAD") || !response.has("content"))) return List.of();
        if (!response.has("content")) return List.of("a body where there is none");
        JsonNode content = response.path("content").path(answer.type());
        if (content.isMissingNode()) return List.of("no such content type");
        return answer.type().endsWith("json") ? shape(answer.body(), content.path("schema")) : List.of();
    }

    /** What one of the contract's schemas, such as {@code Initiative}, does not allow of a JSON text. */
    public List<String> faults(String schema, byte[] json) {
        JsonNode definition = definitions.path(schema);
        return definition.isMissingNode() ? List.of("no such schema: " + schema) : shape(json, definition);
    }

    private List<String> problem(Answer answer) {
        if (operation(answer).isEmpty() && !NOT_OURS.contains(answer.status()))
            return List.of("no such path and method");
        if (answer.method().equals("HEAD") && answer.body().length == 0) return List.of();
        JsonNode content = contract.at("/components/responses/Problem/content").path(answer.type());
        if (content.isMissingNode()) return List.of("a refusal that is no problem");
        List<String> faults = new ArrayList<>(shape(answer.body(), content.path("schema")));
        JsonNode problem = parse(answer.body());
        ProblemType type = ProblemType.of(problem.path("type").asText());
        if (problem.path("status").asInt() != answer.status()) faults.add("the problem names another status");
        if (type == ProblemType.UNKNOWN) faults.add("no such problem type: " + problem.path("type"));
        else if (type.status() != answer.status()) faults.add(type.slug() + " has the status " + type.status());
        return faults;
    }

    private Optional<JsonNode> operation(Answer answer) {
        String method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        List<JsonNode> found = new ArrayList<>();
        contract.path("paths").properties().stream()
                .filter(p -> matches(p.getKey(), answer.path()))
                .sorted(Comparator.comparing(
                        p -> p.getKey().replaceAll("[^{]", "").length()))
                .forEach(p -> found.add(p.getValue().path(method)));
        return found.stream().filter(o -> !o.isMissingNode()).findFirst();
    }

    private static boolean matches(String template, String path) {
        String[] parts = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (parts.length != actual.length) return false;
        for (int i = 0; i < parts.length; i++) {
            boolean any = parts[i].startsWith("{") && !actual[i].isEmpty();
            if (!any && !parts[i].equals(actual[i])) return false;
        }
        return true;
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : contract.at(ref.substring(1));
    }

    private List<String> shape(byte[] json, JsonNode schema) {
        JsonNode body;
        try {
            body = parse(json);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return schemas.computeIfAbsent(schema, this::compile).validate(body).stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) local(schema);
        whole.set("$defs", definitions);
        return registry.getSchema(whole);
    }

    /** A copy in which references lead to where JSON Schema keeps definitions. */
    private static JsonNode local(JsonNode schemas) {
        return parse(
                schemas.toString().replace("#/components/schemas/", "#/$defs/").getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }
}
