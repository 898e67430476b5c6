package org.councilregistry.api.initiatives;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.councilregistry.api.components.Repository;
import org.councilregistry.schema.InitiativeDraft;

/**
 * What tells a piece of work from all others, wherever it is registered: where its source is kept, and a publisher's key
 * that is unique in the world. Two records that share one of these are the same work. Pure.
 */
public final class Origins {
    private static final Pattern UNIQUE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    private Origins() {}

    /**
     * The origins of a draft, each once, in order. A repository is one that a link of the kind {@code repository} names; of
     * the publishers' keys only UUIDs count, because any other is unique in its own organisation alone.
     */
    public static List<String> of(InitiativeDraft draft) {
        Stream<String> repositories = draft.links().stream()
                .filter(link -> "repository".equalsIgnoreCase(link.kind()))
                .flatMap(link -> Repository.key(link.url()).stream());
        return Stream.concat(repositories, key(draft)).distinct().sorted().toList();
    }

    private static Stream<String> key(InitiativeDraft draft) {
        if (draft.externalId() == null) return Stream.empty();
        String key = draft.externalId().toLowerCase(Locale.ROOT).replaceFirst("^urn:uuid:", "");
        return UNIQUE.matcher(key).matches() && !key.equals(NIL) ? Stream.of("urn:uuid:" + key) : Stream.empty();
    }
}
