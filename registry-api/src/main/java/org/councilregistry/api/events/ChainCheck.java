package org.councilregistry.api.events;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.councilregistry.api.checkpoints.CheckpointKey;
import org.councilregistry.schema.Checkpoint;
import org.councilregistry.schema.LogEntry;
import org.jspecify.annotations.Nullable;

/** One walk along the log, from the first event to the last: each must fit to the one before, each checkpoint to its event. */
final class ChainCheck {
    private static final HexFormat HEX = HexFormat.of();

    private final Set<String> trusted;
    private final TreeMap<Long, String> noted;
    private final Set<String> signers = new TreeSet<>();
    private byte[] hash = Chain.START;
    private long position;
    private long redacted;
    private long checkpoints;

    ChainCheck(AuditCheck.Trust trust) {
        trusted = trust.keys();
        noted = new TreeMap<>(trust.noted());
    }

    /** What does not fit about the next event; null when it fits. */
    @Nullable
    String next(LogEntry entry) {
        if (entry.hash() == null && entry.checkpoint() != null) return cutOff(entry.position());
        position++;
        try {
            String fault = fault(entry);
            return fault == null ? atPlace(entry) : fault;
        } catch (IllegalArgumentException e) {
            return at(entry) + ": it was altered, and is no longer hexadecimal where it should be";
        }
    }

    private @Nullable String fault(LogEntry event) {
        if (event.position() != position) {
            return "position " + position + " is missing: it was deleted, or events were put in another order";
        }
        if (event.id() == null) return "the event at position " + position + " is missing: it was deleted";
        if (event.data() != null && !Arrays.equals(digest(event), HEX.parseHex(required(event.digest())))) {
            return at(event) + ": its data or its reason was altered";
        }
        byte[] next = Chain.next(hash, position, link(event));
        if (!HEX.formatHex(next).equals(event.hash())) {
            return at(event) + ": it was altered, or events were put in another order";
        }
        hash = next;
        if (event.data() == null && !event.tombstone()) redacted++;
        return null;
    }

    private @Nullable String atPlace(LogEntry event) {
        String note = noted.remove(position);
        if (note != null && !note.equalsIgnoreCase(event.hash())) {
            return at(event) + ": the log up to it is not the one whose hash was noted";
        }
        Checkpoint checkpoint = event.checkpoint();
        if (checkpoint == null) return null;
        checkpoints++;
        signers.add(checkpoint.publicKey());
        String where = "the checkpoint at position " + position;
        if (checkpoint.position() != position || !checkpoint.hash().equals(event.hash())) {
            return where + " was signed for another log";
        }
        if (!trusted.isEmpty() && !trusted.contains(checkpoint.publicKey())) {
            return where + " is signed by another key: " + checkpoint.publicKey();
        }
        return CheckpointKey.signed(checkpoint) ? null : where + " does not bear the signature of its key";
    }

    /** What is missing at the end. */
    @Nullable
    String end() {
        Map.Entry<Long, String> last = noted.lastEntry();
        return last == null ? null : cutOff(last.getKey());
    }

    private String cutOff(long covered) {
        return "events were deleted at the end: the log ends at position " + position
                + ", and a checkpoint covers events up to position " + covered;
    }

    AuditCheck.Report report(@Nullable String fault) {
        return new AuditCheck.Report(position, redacted, checkpoints, HEX.formatHex(hash), signers, fault);
    }

    private static byte[] digest(LogEntry event) {
        byte[] salt = event.salt() == null ? new byte[0] : HEX.parseHex(event.salt());
        return EventService.digest(salt, event.data(), event.reason());
    }

    private static String at(LogEntry event) {
        return "event " + event.id() + " at position " + event.position();
    }

    private static Chain.Link link(LogEntry event) {
        return new Chain.Link(
                0,
                Objects.requireNonNull(event.id()),
                required(event.at()),
                event.actor(),
                event.organisationId(),
                required(event.type()),
                required(event.subjectType()),
                required(event.subjectId()),
                event.subjectVersion(),
                required(event.audience()),
                event.tombstone(),
                event.requestId(),
                HEX.parseHex(required(event.digest())));
    }

    private static <T> T required(@Nullable T member) {
        if (member == null) throw new IllegalArgumentException("a member is missing");
        return member;
    }
}
