package org.councilregistry.client;

import java.util.UUID;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Phase;

/** What the fake server says, and what it is asked for. */
final class Samples {
    static final UUID ID = UUID.fromString("0197b2f0-7a3c-7c1e-8d21-3b5f0a9c1e77");

    private Samples() {}

    static InitiativeDraft draft() {
        return InitiativeDraftBuilder.builder()
                .organisation("leeds")
                .title("Missed bins")
                .summary("Report a missed bin.")
                .phase(Phase.ALPHA)
                .build();
    }

    /** An initiative with these members besides those that every one has. */
    static String initiative(int version, String more) {
        return """
                {"id":"%s","version":%d,"slug":"missed-bins","organisation":{"id":"%s","slug":"leeds","name":"Leeds"},
                "title":"Missed bins","summary":"Report a missed bin.","coProduction":"not-recorded","phase":"alpha",
                "phaseSince":"2026-01-05","language":"en","visibility":"public","state":"published","unclaimed":false,
                "origin":"api","completeness":{"missing":[]},"stale":false,
                "createdAt":"2026-01-05T09:00:00Z","updatedAt":"2026-01-05T09:00:00Z"%s}
                """.formatted(ID, version, ID, more);
    }

    static String page(String next, String... items) {
        return "{\"items\":[" + String.join(",", items) + "]" + (next == null ? "" : ",\"next\":\"" + next + "\"")
                + "}";
    }
}
