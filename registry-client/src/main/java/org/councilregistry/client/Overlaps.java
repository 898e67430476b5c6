package org.councilregistry.client;

import java.util.Map;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.OverlapCheck;

/** Overlap with the work of others. */
public final class Overlaps {
    private final Http http;

    Overlaps(Http http) {
        this.http = http;
    }

    /** Says who already does the same. Needs no key, and nothing of the draft is kept. */
    public OverlapCheck check(InitiativeDraft draft) {
        return check(draft, 10, false);
    }

    /** Says who already does the same: so many at most, one's own work included or not. */
    public OverlapCheck check(InitiativeDraft draft, int limit, boolean includeOwn) {
        Map<String, Object> parameters = Map.of("limit", limit, "includeOwn", includeOwn);
        return http.send(
                Call.ask(Call.path("/v1/overlaps/check", parameters), draft), ClientJson.type(OverlapCheck.class));
    }
}
