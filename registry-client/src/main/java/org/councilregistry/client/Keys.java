package org.councilregistry.client;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.KeyDraft;

/** API keys. */
public final class Keys {
    private final Http http;

    Keys(Http http) {
        this.http = http;
    }

    /** The keys of the caller's organisation. */
    public Stream<Key> stream() {
        return Lists.stream(http, "/v1/keys", Map.of(), Key.class);
    }

    /**
     * Makes a key; its secret is in this answer and never again. Where the first answer was lost and the call repeated, the
     * secret is lost with it: revoke that key and make another.
     */
    public CreatedKey create(KeyDraft draft) {
        return http.send(Call.post("/v1/keys", draft), ClientJson.type(CreatedKey.class));
    }

    /** Takes a key back, for good. */
    public Key revoke(UUID id) {
        return http.send(Call.post("/v1/keys/" + id + "/revoke", null), ClientJson.type(Key.class));
    }

    /** Takes back the key that this client calls with, for good; when it has leaked, for instance. */
    public Key giveBack() {
        return http.send(Call.post("/v1/whoami/revoke", null), ClientJson.type(Key.class));
    }
}
