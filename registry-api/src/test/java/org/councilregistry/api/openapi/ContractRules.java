package org.councilregistry.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes a file a valid OpenAPI 3.1 contract, beyond being YAML: its schemas, references and names. */
public final class ContractRules {
    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final Set<String> ROOT =
            Set.of("openapi", "info", "servers", "tags", "paths", "components", "security", "webhooks", "externalDocs");
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    private final JsonNode contract;
    private final List<String> faults = new ArrayList<>();

    private ContractRules(JsonNode contract) {
        this.contract = contract;
    }

    /** What is wrong with a contract. */
    public static List<String> faults(JsonNode contract) {
        ContractRules rules = new ContractRules(contract);
        rules.root();
        rules.references(contract);
        rules.schemas();
        rules.paths();
        return rules.faults;
    }

    private void need(boolean right, String what) {
        if (!right) faults.add(what);
    }

    private void root() {
        need(contract.path("openapi").asText().matches("3\\.1\\.\\d+"), "openapi: not 3.1");
        contract.fieldNames().forEachRemaining(n -> need(ROOT.contains(n), n + ": no such member"));
        for (String member : List.of("title", "version")) {
            need(contract.at("/info/" + member).isTextual(), "info." + member + ": missing");
        }
    }

    private void references(JsonNode node) {
        JsonNode ref = node.path("$ref");
        if (ref.isTextual()) {
            boolean found = ref.asText().startsWith("#/")
                    && !contract.at(ref.asText().substring(1)).isMissingNode();
            need(found, ref.asText() + ": leads nowhere");
        }
        node.forEach(this::references);
    }

    private void schemas() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        contract.at("/components/schemas")
                .properties()
                .forEach(s -> meta.validate(s.getValue()).forEach(e -> faults.add(s.getKey() + ": " + e)));
        contract.findValues("schema").forEach(s -> meta.validate(s).forEach(e -> faults.add(s + ": " + e)));
    }

    private void paths() {
        Set<String> ids = new HashSet<>();
        Set<String> shapes = new HashSet<>();
        contract.path("paths").properties().forEach(path -> {
            need(path.getKey().startsWith("/"), path.getKey() + ": does not begin with a slash");
            need(shapes.add(path.getKey().replaceAll("\\{\\w+}", "{}")), path.getKey() + ": stands twice");
            path.getValue().properties().forEach(operation -> {
                String at = operation.getKey() + " " + path.getKey();
                need(VERBS.contains(operation.getKey()), at + ": no such method");
                need(ids.add(operation.getValue().path("operationId").asText()), at + ": its operationId stands twice");
                operation(at, path.getKey(), operation.getValue());
            });
        });
    }

    private void operation(String at, String path, JsonNode operation) {
        need(operation.path("summary").isTextual(), at + ": no summary");
        need(operation.path("responses").has("default"), at + ": no default response");
        operation.path("responses").forEach(r -> need(r.has("$ref") || r.has("description"), at + ": no description"));
        Set<String> named = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            boolean inPath = parameter.path("in").asText().equals("path");
            if (inPath) named.add(parameter.path("name").asText());
            need(!inPath || parameter.path("required").asBoolean(), at + ": a part of the path is not required");
            need(
                    parameter.has("$ref") || (parameter.has("schema") && parameter.has("description")),
                    at + ": nothing is said of " + parameter.path("name"));
        }
        Set<String> parts = new HashSet<>();
        for (Matcher part = PART.matcher(path); part.find(); ) parts.add(part.group(1));
        need(parts.equals(named), at + ": has the parts " + parts + " and explains " + named);
        for (JsonNode tag : operation.path("tags")) {
            need(contract.path("tags").findValuesAsText("name").contains(tag.asText()), at + ": no such tag " + tag);
        }
    }
}
