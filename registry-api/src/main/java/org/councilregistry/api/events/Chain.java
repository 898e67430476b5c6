package org.councilregistry.api.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.councilregistry.api.platform.Sha256;
import org.jspecify.annotations.Nullable;

/** How each event's hash covers all events before it. */
final class Chain {
    /** The hash before the first event. */
    static final byte[] START = new byte[32];

    /** What of an event is chained: everything but data and reason, for which the salted digest stands. */
    record Link(
            long seq,
            UUID id,
            Instant at,
            @Nullable UUID actor,
            @Nullable UUID organisationId,
            String type,
            String subjectType,
            UUID subjectId,
            int subjectVersion,
            String audience,
            boolean tombstone,
            @Nullable String requestId,
            byte[] digest) {}

    private Chain() {}

    /** The hash of an event at a position, given the hash of the one before. */
    static byte[] next(byte[] previous, long position, Link event) {
        MessageDigest digest = Sha256.digest();
        add(digest, previous);
        add(digest, number(position));
        add(digest, text(event.id()));
        add(digest, number(ChronoUnit.MICROS.between(Instant.EPOCH, event.at())));
        add(digest, text(event.actor()));
        add(digest, text(event.organisationId()));
        add(digest, text(event.type()));
        add(digest, text(event.subjectType()));
        add(digest, text(event.subjectId()));
        add(digest, number(event.subjectVersion()));
        add(digest, text(event.audience()));
        add(digest, number(event.tombstone() ? 1 : 0));
        add(digest, text(event.requestId()));
        add(digest, event.digest());
        return digest.digest();
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
        digest.update(part);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    private static byte[] text(@Nullable Object value) {
        return value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
