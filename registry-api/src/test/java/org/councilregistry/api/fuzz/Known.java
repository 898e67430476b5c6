package org.councilregistry.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What exists, as far as it was planted or learnt from answers, so that requests get further than to a 404. Thread-safe. */
final class Known {
    private static final int MOST = 15;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> planted = new HashMap<>();
    private final Map<String, Deque<String>> learnt = new HashMap<>();
    private final Deque<String> secrets = new ArrayDeque<>();

    /** Plants values of the members and parameters that have this name, or ids of the noun that has it. */
    synchronized void plant(String name, List<String> values) {
        planted.put(name, List.copyOf(values));
    }

    /** Values by the name of the member or parameter that may have them, for this operation. */
    synchronized Map<String, List<String>> of(Operation operation) {
        Map<String, List<String>> values = new HashMap<>(planted);
        List<String> ids = new ArrayList<>(planted.getOrDefault(operation.noun(), List.of()));
        for (String id : learnt.getOrDefault(operation.noun(), new ArrayDeque<>())) ids.add(id);
        if (!ids.isEmpty()) List.of("id", "ref").forEach(name -> values.put(name, ids));
        Deque<String> cursors = learnt.get("cursor of " + operation.path());
        if (cursors != null) values.put("cursor", List.copyOf(cursors));
        return values;
    }

    /** The keys and invitations that were made on the way. */
    synchronized List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Remembers what an answer tells of. */
    synchronized void learn(Operation operation, int status, String answer) {
        if (status >= 300 || !answer.startsWith("{")) return;
        JsonNode body = parsed(answer);
        if (body == null) return;
        if (operation.makesSecrets()) {
            for (String name : List.of("secret", "invitation"))
                if (body.hasNonNull(name)) keep(secrets, body.path(name).asText());
        }
        // the keys that the requests are sent with must not be found and taken back
        if (operation.noun().equals("keys") && !operation.makesSecrets()) return;
        List<JsonNode> records = new ArrayList<>(List.of(body, body.path("initiative")));
        body.path("items").forEach(records::add);
        for (JsonNode record : records) {
            if (record.path("id").isTextual())
                keep(operation.noun(), record.path("id").asText());
        }
        if (body.path("next").isTextual())
            keep("cursor of " + operation.path(), body.path("next").asText());
    }

    private static @Nullable JsonNode parsed(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            return null; // the contract's check says so
        }
    }

    private void keep(String what, String value) {
        keep(learnt.computeIfAbsent(what, w -> new ArrayDeque<>()), value);
    }

    private static void keep(Deque<String> all, String value) {
        if (all.contains(value)) return;
        all.addLast(value);
        if (all.size() > MOST) all.removeFirst();
    }
}
