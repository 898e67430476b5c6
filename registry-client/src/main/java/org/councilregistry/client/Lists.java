package org.councilregistry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.client.internal.MergePatch;
import org.councilregistry.client.internal.Pages;
import org.councilregistry.client.internal.Retries;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** What all nouns do alike: walk lists, change a record safely, take a step with it. */
final class Lists {
    private static final int ATTEMPTS = 12;
    private static final long FIRST_PAUSE = 20;
    private static final ClientJson.As<JsonNode> ANYTHING = ClientJson.type(JsonNode.class);

    private Lists() {}

    static <T> Page<T> page(Http http, String path, Class<T> item) {
        return http.send(Call.get(path), ClientJson.page(item));
    }

    static <T> Stream<T> stream(Http http, String path, Map<String, ?> filters, Class<T> item) {
        return Pages.stream(cursor -> {
            Map<String, Object> all = new LinkedHashMap<>(filters);
            all.putIfAbsent("limit", 200);
            if (cursor != null) all.put("cursor", cursor);
            Page<T> page = page(http, Call.path(path, all), item);
            return new Pages.Part<>(page.items(), page.next());
        });
    }

    /** A noun: what it is read as, and how a record reads as the draft that would ask for it. */
    record Noun<T, D>(Class<T> type, Function<T, D> draft) {}

    /** Reads, applies, sends what changed; where somebody was faster, reads and applies again. */
    static <T, D> T edit(Http http, String path, Noun<T, D> noun, UnaryOperator<D> change) {
        return untilFastest(() -> {
            Http.Answer<JsonNode> read = http.answer(Call.get(path), ANYTHING);
            T record = ClientJson.record(read.value(), noun.type());
            D before = noun.draft().apply(record);
            ObjectNode patch = MergePatch.of(new MergePatch.Read<>(read.value(), record), before, change.apply(before));
            if (patch.isEmpty()) return record;
            return http.send(Call.patch(path, patch).ifMatch(read.etag()), ClientJson.type(noun.type()));
        });
    }

    /** Takes a step with a record as it is now; where somebody was faster, with the record as it is then. */
    static <T> T step(Http http, String path, @Nullable Object body, ClientJson.As<T> answer) {
        String record = path.substring(0, path.lastIndexOf('/'));
        return untilFastest(() -> http.send(Call.post(path, body).ifMatch(etag(http, record)), answer));
    }

    /** Removes a record as it is now. */
    static void remove(Http http, String record) {
        http.send(Call.delete(record).ifMatch(etag(http, record)));
    }

    private static String etag(Http http, String record) {
        return http.answer(Call.get(record), ANYTHING).etag();
    }

    /** Not again where an attempt may have been the faster one itself: the change would be made twice. */
    private static <T> T untilFastest(Supplier<T> attempt) {
        for (int made = 1; ; made++) {
            try {
                return attempt.get();
            } catch (RegistryException e) {
                boolean overtaken = e.type() == ProblemType.VERSION_CONFLICT && !e.mayHaveBeenApplied();
                if (!overtaken || made == ATTEMPTS) throw e;
                Retries.part(FIRST_PAUSE, made);
            }
        }
    }
}
