package org.councilregistry.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.Resources;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract with values that are right, nearly right and hostile. Whatever is sent, nothing fails, every
 * answer is of the contract, and none gives away what is inside. {@code -Dfuzz.requests=100000} sends more, {@code -Dfuzz.seed}
 * others.
 */
class FuzzTest {
    private static final Pattern INSIDE = Pattern.compile("Exception|\\bat org\\.|org\\.postgresql|PSQL|jdbc:|SQLSTATE"
            + "|syntax error|java\\.(lang|util)|insert into|/org/councilregistry");
    private static final RunningRegistry registry = RunningRegistry.byWordsAlone();

    private final HttpClient client = new ValidatingHttpClient(HttpClient.newHttpClient());
    private final SplittableRandom random = new SplittableRandom(Long.getLong("fuzz.seed", 20_261_126L));
    private final Map<String, List<String>> known = new HashMap<>();
    private final List<@Nullable String> keys = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private JsonNode contract;

    @AfterAll
    static void close() {
        registry.close();
    }

    /** An operation: where, how, and what it takes. */
    private record Operation(String method, String path, JsonNode described) {}

    private void plant() {
        Organisation council = registry.council();
        String editor = registry.key(Role.EDITOR, council);
        Http http = new Http(registry.address(), editor);
        List<String> ids = new ArrayList<>(List.of(council.id().toString()));
        for (int n = 0; n < 5; n++) {
            JsonNode made = http.send(
                            "PUT",
                            "/v1/organisations/" + council.slug() + "/initiatives/k" + n,
                            "{\"title\":\"Work " + n + "\",\"summary\":\"What it does.\",\"phase\":\"alpha\"}")
                    .json()
                    .path("initiative");
            ids.add(made.path("id").asText());
        }
        for (String name : List.of("id", "initiative", "ref")) known.put(name, ids);
        List<String> councils =
                List.of(council.slug(), council.name(), council.id().toString());
        for (String name : List.of("organisation", "of", "within")) known.put(name, councils);
        known.put("externalId", List.of("k0", "k1", "new"));
        keys.addAll(Arrays.asList(
                null,
                editor,
                registry.key(Role.VIEWER, council),
                registry.key(Role.ORGANISATION_ADMIN, council),
                registry.key(Role.COORDINATOR, null),
                registry.key(Role.AUDITOR, null),
                registry.key(Role.SECTOR_ADMIN, null)));
    }

    @Test
    void whateverIsSentNothingFailsAndNothingIsGivenAway() throws Exception {
        plant();
        contract = Resources.contract();
        List<Operation> operations = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        // whoever gives her key back has nothing more to say
        operations.removeIf(operation -> operation.path().equals("/v1/whoami/revoke"));
        Values values = new Values(contract.at("/components/schemas"), random, known);
        int requests = Integer.getInteger("fuzz.requests", 600);
        for (int n = 0; n < requests; n++) {
            try {
                send(values, operations.get(n % operations.size()));
            } catch (AssertionError e) {
                findings.add(String.valueOf(e.getMessage()));
            }
            if (findings.size() > 20) break;
        }
        System.err.println("fuzz: " + requests + " requests, " + statuses + ", findings " + findings.size());
        assertThat(findings).isEmpty();
        assertThat(statuses.keySet()).contains("2xx", "4xx");
        assertThat(new Http(registry.address(), null).get("/readyz").status()).isEqualTo(200);
    }

    private void send(Values values, Operation operation) throws IOException, InterruptedException {
        StringBuilder path = new StringBuilder(operation.path());
        StringBuilder query = new StringBuilder();
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(20));
        for (JsonNode named : operation.described().path("parameters")) {
            JsonNode parameter =
                    named.has("$ref") ? contract.at(named.path("$ref").asText().substring(1)) : named;
            parameter(values, parameter, path, query, request);
        }
        if (values.chance(2)) query.append("&unheardOf=1");
        @Nullable String key = values.one(keys);
        if (key != null) request.header("Authorization", "Bearer " + key);
        String body = body(values, operation);
        if (body != null) request.header("Content-Type", type(values, operation));
        request.method(
                operation.method(),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        URI address = URI.create(
                registry.address() + path.toString() + (query.length() == 0 ? "" : "?" + query.substring(1)));
        HttpResponse<String> answer = client.send(request.uri(address).build(), BodyHandlers.ofString());
        look(operation, address, body, answer);
    }

    private void parameter(
            Values values, JsonNode parameter, StringBuilder path, StringBuilder query, HttpRequest.Builder request) {
        String name = parameter.path("name").asText();
        JsonNode schema = parameter.path("schema");
        JsonNode value = values.of(name, schema, 0);
        String text = value.isValueNode() ? value.asText() : value.toString();
        switch (parameter.path("in").asText()) {
            case "path" -> {
                int at = path.indexOf("{" + name + "}");
                String safe = text.isBlank() || text.matches(".*[\\\\/;%.].*") ? "x" : encoded(text);
                path.replace(at, at + name.length() + 2, safe);
            }
            case "query" -> {
                // a feed that waits for news would hold the test up
                if (values.chance(40) && !name.equals("wait"))
                    query.append('&').append(name).append('=').append(encoded(text));
            }
            default -> {
                String header = name.equals("If-Match") && values.chance(80) ? "\"1-AAAAAAAAAAAAAAAA\"" : text;
                if (values.chance(90) && header.matches("[ -~]+") && !header.isBlank())
                    request.header(name, header.strip());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable String body(Values values, Operation operation) {
        JsonNode content = operation.described().path("requestBody").path("content");
        if (content.isEmpty()) return null;
        String body = values.of("", content.iterator().next().path("schema"), 0).toString();
        if (values.chance(3)) return body.substring(0, body.length() / 2);
        if (values.chance(1)) return "[".repeat(3_000);
        return body;
    }

    private String type(Values values, Operation operation) {
        if (values.chance(2))
            return values.one(List.of("text/plain", "application/xml", "application/json; charset=utf-16"));
        return operation
                .described()
                .path("requestBody")
                .path("content")
                .fieldNames()
                .next();
    }

    private void look(Operation operation, URI address, @Nullable String body, HttpResponse<String> answer) {
        int status = answer.statusCode();
        statuses.merge(status / 100 + "xx", 1, Integer::sum);
        String sent = operation.method() + " " + address + (body == null ? "" : " " + body);
        String told = answer.body().length() > 600 ? answer.body().substring(0, 600) : answer.body();
        if (status >= 500) findings.add(status + " to " + sent + ": " + told);
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            findings.add("no nosniff: " + sent);
        }
        if (status >= 400
                && !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            findings.add("a refusal that is no problem: " + sent + ": " + told);
        }
        boolean echoed = body != null || address.toString().contains("%");
        if (status >= 400
                && INSIDE.matcher(echoed ? answer.body().replace(String.valueOf(body), "") : answer.body())
                        .find()) {
            findings.add("tells of the inside: " + sent + ": " + told);
        }
        boolean makesKeys = operation.path().equals("/v1/keys") && status == 201;
        for (String key : keys) {
            if (key != null && answer.body().contains(key)) findings.add("tells a key: " + sent);
        }
        if (!makesKeys && Pattern.compile("crk_\\w{12}_\\w{43}_").matcher(told).find() && !sent.contains("crk_")) {
            findings.add("tells a key: " + sent);
        }
    }
}
