package org.councilregistry.client;

import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Erasure;
import org.councilregistry.schema.ErasureDraft;
import org.jspecify.annotations.Nullable;

/** Removing persons. */
public final class Erasures {
    private final Http http;

    Erasures(Http http) {
        this.http = http;
    }

    /** Removes a person from everything, for good; the reason is kept and must not name her. */
    public Erasure erase(String email, @Nullable String reason) {
        return http.send(Call.post("/v1/erasures", new ErasureDraft(email, reason)), ClientJson.type(Erasure.class));
    }
}
