package org.councilregistry.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for an operation, made of values that are right, nearly right and hostile. */
final class Request {
    /** How long the service may take before it counts as hanging. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> TAGS = List.of("*", "*", "*", "\"1\"", "\"2-AAAAAAAAAAAAAAAA\"");

    private final Operation operation;
    private final JsonNode contract;
    private final Values values;
    private final StringBuilder path;
    private final StringBuilder query = new StringBuilder();
    private final HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);

    /** For this operation of the contract, with these values. */
    Request(Operation operation, JsonNode contract, Values values) {
        this.operation = operation;
        this.contract = contract;
        this.values = values;
        this.path = new StringBuilder(operation.path());
    }

    /** A request that can be sent, and what a person needs to see to send it again. */
    record Made(Operation operation, HttpRequest http, String sent) {
        /** The service that it is sent to. */
        URI service() {
            return http.uri().resolve("/");
        }
    }

    /** Makes it, to be sent to this service with one of these keys; null stands for none. */
    Made made(URI service, List<@Nullable String> keys) {
        for (JsonNode named : operation.described().path("parameters")) {
            parameter(
                    named.has("$ref") ? contract.at(named.path("$ref").asText().substring(1)) : named);
        }
        if (values.unkind(4)) query.append("&unheardOf=1");
        @Nullable String key = values.one(keys);
        if (key != null) request.header("Authorization", "Bearer " + key);
        if (values.chance(5)) request.header("Origin", "https://elsewhere.example");
        String body = body();
        if (body != null) request.header("Content-Type", type());
        request.method(
                operation.method(),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        URI address = URI.create(service + path.toString() + (query.length() == 0 ? "" : "?" + query.substring(1)));
        String sent = operation.method() + " " + address + (body == null ? "" : " " + body);
        return new Made(operation, request.uri(address).build(), sent);
    }

    private void parameter(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode value = values.of(name, parameter.path("schema"), 0);
        String text = value.isValueNode() ? value.asText() : value.toString();
        switch (parameter.path("in").asText()) {
            case "path" -> {
                int at = path.indexOf("{" + name + "}");
                String safe = text.isBlank() || text.matches("(?s).*[\\\\/;%.].*") ? "x" : encoded(text);
                path.replace(at, at + name.length() + 2, safe);
            }
            case "query" -> {
                // a feed that waits for news would hold the test up
                if (values.chance(25) && !name.equals("wait"))
                    query.append('&').append(name).append('=').append(encoded(text));
            }
            default -> {
                String header = name.equals("If-Match") && !values.unkind(15) ? values.one(TAGS) : text;
                if (values.chance(90) && header.matches("[ -~]+") && !header.isBlank())
                    request.header(name, header.strip());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable String body() {
        JsonNode content = operation.described().path("requestBody").path("content");
        if (content.isEmpty()) return null;
        String body = values.of("", content.iterator().next().path("schema"), 0).toString();
        if (values.unkind(6)) return body.substring(0, body.length() / 2);
        if (values.unkind(2)) return "[".repeat(3_000);
        return body;
    }

    private String type() {
        if (values.unkind(4))
            return values.one(List.of("text/plain", "application/xml", "application/json; charset=utf-16"));
        return operation
                .described()
                .path("requestBody")
                .path("content")
                .fieldNames()
                .next();
    }
}
