package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it, with everything of which its hash is made, so that the log can be verified anywhere.
 *
 * @param position 1, 2, 3 and so on, without holes
 * @param hash chains the event to all before it (hexadecimal SHA-256); absent where the event is lost that a checkpoint covers
 * @param id the event's id
 * @param at when it happened
 * @param actor the key that did it
 * @param organisationId the organisation that the record belongs to
 * @param type what happened, such as {@code initiative.updated}
 * @param subjectType the noun that changed
 * @param subjectId the record that changed
 * @param subjectVersion the record's version after the change
 * @param audience who could see the record when it happened
 * @param tombstone whether it only tells those who could see the record before to drop it
 * @param requestId the request that did it
 * @param salt what was put before data and reason (hexadecimal); absent when they were redacted
 * @param data the record after the change, as it was stored; absent when it was redacted
 * @param reason why, where a reason was given and not redacted
 * @param digest SHA-256 of salt, data and, where there is one, the byte 255 and the reason (hexadecimal)
 * @param checkpoint the registry's signature, where the log was signed at this event
 */
public record LogEntry(
        long position,
        @Nullable String hash,
        @Nullable UUID id,
        @Nullable Instant at,
        @Nullable UUID actor,
        @Nullable UUID organisationId,
        @Nullable String type,
        @Nullable String subjectType,
        @Nullable UUID subjectId,
        int subjectVersion,
        @Nullable String audience,
        boolean tombstone,
        @Nullable String requestId,
        @Nullable String salt,
        @Nullable String data,
        @Nullable String reason,
        @Nullable String digest,
        @Nullable Checkpoint checkpoint) {}
