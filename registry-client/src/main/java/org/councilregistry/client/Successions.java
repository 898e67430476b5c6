package org.councilregistry.client;

import java.util.Map;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Succession;

/** Which organisation followed which. */
public final class Successions {
    private final Http http;

    Successions(Http http) {
        this.http = http;
    }

    /** All successions. */
    public Stream<Succession> stream() {
        return Lists.stream(http, "/v1/successions", Map.of(), Succession.class);
    }

    /** The successions in which this organisation came before or after: id, slug or {@code scheme:value}. */
    public Stream<Succession> of(String organisation) {
        return Lists.stream(http, "/v1/successions", Map.of("organisation", organisation), Succession.class);
    }
}
