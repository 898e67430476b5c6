package org.councilregistry.client.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call before it is sent. */
@SuppressWarnings("ArrayRecordComponent") // a call is made, sent and forgotten; nobody compares two
public record Call(
        String method,
        String path,
        byte @Nullable [] body,
        String contentType,
        Map<String, String> headers,
        Duration patience) {
    private static final String JSON = "application/json";

    /** Reads. */
    public static Call get(String path) {
        return new Call("GET", path, null, JSON, Map.of(), Duration.ZERO);
    }

    /** Makes or does something; safe to repeat, because every attempt carries the same key. */
    public static Call post(String path, @Nullable Object body) {
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return new Call("POST", path, body == null ? null : ClientJson.write(body), JSON, headers, Duration.ZERO);
    }

    /** Publishes; repeating it changes nothing. */
    public static Call put(String path, Object body) {
        return new Call("PUT", path, ClientJson.write(body), JSON, Map.of(), Duration.ZERO);
    }

    /** Changes members. */
    public static Call patch(String path, Object body) {
        return new Call("PATCH", path, ClientJson.write(body), "application/merge-patch+json", Map.of(), Duration.ZERO);
    }

    /** Removes. */
    public static Call delete(String path) {
        return new Call("DELETE", path, null, JSON, Map.of(), Duration.ZERO);
    }

    /** The same call for this version of the record only. */
    public Call ifMatch(String etag) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("If-Match", etag);
        return new Call(method, path, body, contentType, all, patience);
    }

    /** The same call, which the registry may answer so much later. */
    public Call waiting(Duration longer) {
        return new Call(method, path, body, contentType, headers, longer);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    boolean repeatable() {
        return !changes() || method.equals("PUT") || headers.containsKey("Idempotency-Key");
    }

    /** A part of a path, escaped. */
    public static String escape(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }

    /** A path with the parameters that have a value. */
    public static String path(String path, Map<String, ?> parameters) {
        StringBuilder whole = new StringBuilder(path);
        char mark = '?';
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            Iterable<?> values = parameter.getValue() instanceof Iterable<?> many
                    ? many
                    : java.util.Arrays.asList(parameter.getValue());
            for (Object value : values) {
                if (value == null) continue;
                whole.append(mark).append(parameter.getKey()).append('=').append(escape(word(value)));
                mark = '&';
            }
        }
        return whole.toString();
    }

    private static String word(Object value) {
        return value instanceof Enum<?> ? ClientJson.MAPPER.convertValue(value, String.class) : value.toString();
    }
}
