package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, in the order in which the changes became final.
 *
 * @param position 1, 2, 3 and so on; a reader who may not see everything meets holes, and misses nothing that she may see
 * @param id the event's id
 * @param at when it happened
 * @param type what happened, such as {@code initiative.updated}
 * @param subject the record that changed
 * @param organisation the organisation that the record belongs to
 * @param actor the key that did it
 * @param reason why, where a reason was given
 * @param data the record after the change, as far as the reader may see it; absent when it was redacted or hidden
 * @param hash chains this event to all before it (hexadecimal SHA-256)
 */
public record Event(
        long position,
        UUID id,
        Instant at,
        String type,
        SubjectRef subject,
        @Nullable OrganisationRef organisation,
        @Own @Nullable UUID actor,
        @Nullable String reason,
        @Nullable Object data,
        String hash) {
    /** Strips texts; an absent list is an empty one. */
    public Event {
        type = Lists.required(type);
        reason = Lists.text(reason);
        hash = Lists.required(hash);
    }
}
