package org.councilregistry.schema;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a record.
 *
 * @param version the record's version after the step
 * @param at when it happened
 * @param type what happened, such as {@code initiative.updated}
 * @param by the organisation whose key did it
 * @param reason why, where a reason was given
 * @param changes what changed; empty where the reader may not see it or it was redacted
 */
public record Revision(
        int version,
        Instant at,
        String type,
        @Nullable OrganisationRef by,
        @Nullable String reason,
        List<FieldChange> changes) {
    /** Strips texts; an absent list is an empty one. */
    public Revision {
        type = Lists.required(type);
        reason = Lists.text(reason);
        changes = Lists.of(changes);
    }
}
