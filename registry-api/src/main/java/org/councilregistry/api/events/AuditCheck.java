package org.councilregistry.api.events;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.councilregistry.api.platform.Databases;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain of events and names the first row that does not fit. */
public final class AuditCheck {
    private static final int BATCH = 1_000;
    private final SealDao dao;

    /** Checks the events of this database. */
    public AuditCheck(Databases databases) {
        dao = databases.read(SealDao.class);
    }

    /**
     * What was found.
     *
     * @param events how many events were checked
     * @param redacted of how many the data was removed
     * @param hash the hash of the last event, to compare with one noted elsewhere
     * @param fault what does not fit; absent when everything does
     */
    public record Report(
            long events,
            long redacted,
            String hash,
            @Nullable String fault) {}

    /** Checks every event from the first to the last. */
    public Report run() {
        byte[] hash = Chain.START;
        long position = 0;
        long redacted = 0;
        for (List<SealDao.Checked> batch = dao.check(position, BATCH);
                !batch.isEmpty();
                batch = dao.check(position, BATCH)) {
            for (SealDao.Checked event : batch) {
                position++;
                String fault = fault(event, position, hash);
                if (fault != null) return report(position, redacted, hash, fault);
                hash = event.hash();
                if (event.data() == null && !event.tombstone()) redacted++;
            }
        }
        Optional<Long> unsealed = dao.unsealed();
        String fault = unsealed.map(seq -> "event " + seq + " has lost its seal: seals at the end were deleted")
                .orElse(null);
        return report(position, redacted, hash, fault);
    }

    private static Report report(long events, long redacted, byte[] hash, @Nullable String fault) {
        return new Report(events, redacted, java.util.HexFormat.of().formatHex(hash), fault);
    }

    private static @Nullable String fault(SealDao.Checked event, long position, byte[] previous) {
        if (event.position() != position) return "position " + position + " is missing: a seal was deleted";
        if (event.id() == null) return "the event at position " + position + " is missing: it was deleted";
        if (event.data() != null && !Arrays.equals(digest(event), event.digest())) {
            return at(event) + ": its data or its reason was altered";
        }
        if (!Arrays.equals(Chain.next(previous, position, link(event)), event.hash())) {
            return at(event) + ": it was altered, or events were put in another order";
        }
        return null;
    }

    private static byte[] digest(SealDao.Checked event) {
        return EventService.digest(event.salt() == null ? new byte[0] : event.salt(), event.data(), event.reason());
    }

    private static String at(SealDao.Checked event) {
        return "event " + event.id() + " at position " + event.position();
    }

    private static Chain.Link link(SealDao.Checked event) {
        return new Chain.Link(
                Objects.requireNonNull(event.seq()),
                Objects.requireNonNull(event.id()),
                Objects.requireNonNull(event.at()),
                event.actor(),
                event.organisationId(),
                Objects.requireNonNull(event.type()),
                Objects.requireNonNull(event.subjectType()),
                Objects.requireNonNull(event.subjectId()),
                event.subjectVersion(),
                Objects.requireNonNull(event.audience()),
                event.tombstone(),
                event.requestId(),
                Objects.requireNonNull(event.digest()));
    }
}
