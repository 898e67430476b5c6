package org.councilregistry.client.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call before it is sent.
 *
 * @param changes whether it may change anything in the registry
 * @param patience how much later than other calls it may be answered
 */
public record Call(
        String method,
        String path,
        byte @Nullable [] body,
        Map<String, String> headers,
        boolean changes,
        Duration patience) {

    /** Reads. */
    public static Call get(String path) {
        return new Call("GET", path, null, Map.of(), false, Duration.ZERO);
    }

    /** Makes or does something; safe to repeat, because every attempt carries the same key. */
    public static Call post(String path, @Nullable Object body) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return new Call("POST", path, body == null ? null : ClientJson.write(body), key, true, Duration.ZERO);
    }

    /** Asks what does not fit into an address; nothing is stored. */
    public static Call ask(String path, Object body) {
        Call call = post(path, body);
        return new Call(call.method, path, call.body, call.headers, false, call.patience);
    }

    /** Publishes; repeating it changes nothing. */
    public static Call put(String path, Object body) {
        return new Call("PUT", path, ClientJson.write(body), Map.of(), true, Duration.ZERO);
    }

    /** Changes members. */
    public static Call patch(String path, Object body) {
        return new Call("PATCH", path, ClientJson.write(body), Map.of(), true, Duration.ZERO);
    }

    /** Removes. */
    public static Call delete(String path) {
        return new Call("DELETE", path, null, Map.of(), true, Duration.ZERO);
    }

    /** The same call for this version of the record only. */
    public Call ifMatch(String etag) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("If-Match", etag);
        return new Call(method, path, body, all, changes, patience);
    }

    /** The same call, answered in another form than JSON. */
    public Call accepting(String type) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", type);
        return new Call(method, path, body, all, changes, patience);
    }

    /** The same call, which the registry may answer so much later. */
    public Call waiting(Duration longer) {
        return new Call(method, path, body, headers, changes, longer);
    }

    String contentType() {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    /** Whether a second time has no second effect. */
    boolean repeatable() {
        return !changes || method.equals("PUT") || headers.containsKey("Idempotency-Key");
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
            Iterable<?> values =
                    parameter.getValue() instanceof Iterable<?> many ? many : List.of(parameter.getValue());
            for (Object value : values) {
                whole.append(mark).append(parameter.getKey()).append('=').append(escape(word(value)));
                mark = '&';
            }
        }
        return whole.toString();
    }

    private static String word(Object value) {
        return value instanceof Enum<?> word ? ClientJson.word(word) : value.toString();
    }

    /** What is called, and nothing of what is sent. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
