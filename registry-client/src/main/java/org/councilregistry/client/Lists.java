package org.councilregistry.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.client.internal.Pages;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** What all nouns do alike: walk lists, read a record's history, change a record safely. */
final class Lists {
    private static final int ATTEMPTS = 8;

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

    /** A record with the ETag under which it may be changed. */
    record Read<T>(T record, String etag) {}

    static <T> Read<T> read(Http http, String path, Class<T> type) {
        Http.Answer<T> answer = http.answer(Call.get(path), ClientJson.type(type));
        return new Read<>(answer.value(), answer.etag());
    }

    /** Reads, applies, sends what changed; where somebody was faster, reads and applies again. */
    static <T, D> T edit(
            Http http, String path, Class<T> type, java.util.function.Function<T, D> draft, UnaryOperator<D> change) {
        for (int attempt = 1; ; attempt++) {
            Read<T> read = read(http, path, type);
            D before = draft.apply(read.record());
            var patch = ClientJson.patch(before, change.apply(before));
            if (patch.isEmpty()) return read.record();
            try {
                return http.send(Call.patch(path, patch).ifMatch(read.etag()), ClientJson.type(type));
            } catch (RegistryException e) {
                if (e.type() != ProblemType.VERSION_CONFLICT || attempt == ATTEMPTS) throw e;
            }
        }
    }

    /** Takes a step with a record as it is now; where somebody was faster, with the record as it is then. */
    static <T> T step(Http http, String record, String step, @Nullable Object body, ClientJson.As<T> answer) {
        for (int attempt = 1; ; attempt++) {
            String etag = http.answer(Call.get(record), ClientJson.type(com.fasterxml.jackson.databind.JsonNode.class))
                    .etag();
            try {
                return http.send(Call.post(record + step, body).ifMatch(etag), answer);
            } catch (RegistryException e) {
                if (e.type() != ProblemType.VERSION_CONFLICT || attempt == ATTEMPTS) throw e;
            }
        }
    }
}
