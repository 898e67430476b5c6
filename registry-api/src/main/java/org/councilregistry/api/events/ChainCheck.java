package org.councilregistry.api.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.councilregistry.api.checkpoints.CheckpointKey;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.Checkpoint;
import org.councilregistry.schema.LogEntry;
import org.jspecify.annotations.Nullable;

/** One walk along the log, from the first event to the last: each must fit to the one before, each checkpoint to its event. */
final class ChainCheck {
    private static final HexFormat HEX = HexFormat.of();

    private final Set<String> trusted;
    private final TreeMap<Long, String> noted;
    private final Set<String> signers = new TreeSet<>();
    /** Records with emptied events, and the first of these, until their redaction is met. */
    private final Map<UUID, String> unexplained = new LinkedHashMap<>();

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
        boolean emptied = event.data() == null && !event.tombstone();
        if (emptied ? event.salt() != null || event.reason() != null : !fits(event)) {
            return at(event) + ": its data or its reason was altered";
        }
        byte[] next = Chain.next(hash, position, link(event));
        if (!HEX.formatHex(next).equals(event.hash())) {
            return at(event) + ": it was altered, or events were put in another order";
        }
        hash = next;
        explain(event);
        if (emptied) {
            redacted++;
            unexplained.putIfAbsent(required(event.subjectId()), at(event));
        }
        return null;
    }

    /** What empties events says so in an event of its own, behind them. */
    private void explain(LogEntry event) {
        String type = required(event.type());
        if (type.endsWith(".redacted") || type.endsWith(".erased")) unexplained.remove(required(event.subjectId()));
        if (type.equals("erasure.done") && event.data() != null) {
            for (String subject : subjects(event.data())) unexplained.remove(UUID.fromString(subject));
        }
    }

    private static List<String> subjects(String data) {
        List<String> subjects = new ArrayList<>();
        try {
            Json.MAPPER.readTree(data).path("subjects").forEach(subject -> subjects.add(subject.asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of an erasure cannot be read", e);
        }
        return subjects;
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
        if (last != null) return cutOff(last.getKey());
        if (unexplained.isEmpty()) return null;
        return unexplained.values().iterator().next() + ": it was emptied, and no redaction or erasure says so";
    }

    private String cutOff(long covered) {
        return "events were deleted at the end: the log ends at position " + position
                + ", and a checkpoint covers events up to position " + covered;
    }

    AuditCheck.Report report(@Nullable String fault) {
        return new AuditCheck.Report(position, redacted, checkpoints, HEX.formatHex(hash), signers, fault);
    }

    private static boolean fits(LogEntry event) {
        byte[] salt = event.salt() == null ? new byte[0] : HEX.parseHex(event.salt());
        byte[] digest = EventService.digest(salt, event.data(), event.reason());
        return Arrays.equals(digest, HEX.parseHex(required(event.digest())));
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
