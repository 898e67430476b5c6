package org.councilregistry.api.events;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.schema.LogEntry;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain of events and names the first row that does not fit: in the database, or in an export of its log. */
public final class AuditCheck {
    private final Iterable<LogEntry> log;
    private final Supplier<Optional<Long>> unsealed;
    private final Trust trust;

    private AuditCheck(Iterable<LogEntry> log, Supplier<Optional<Long>> unsealed, Trust trust) {
        this.log = log;
        this.unsealed = unsealed;
        this.trust = trust;
    }

    /** Checks the events of this database, believing each checkpoint the key that it names. */
    public AuditCheck(Databases databases) {
        this(databases, Trust.NONE);
    }

    /** Checks the events of this database. */
    public AuditCheck(Databases databases, Trust trust) {
        this(new EventLog(databases), databases.read(SealDao.class)::unsealed, trust);
    }

    /** Checks an export of the log, with no database. */
    public AuditCheck(Path export, Trust trust) {
        this(new EventLogFile(export), Optional::empty, trust);
    }

    /**
     * What is known from elsewhere.
     *
     * @param keys by whose signature a checkpoint is believed; where there are none, by the key that it names
     * @param noted hashes that somebody noted elsewhere, by position
     */
    public record Trust(Set<String> keys, Map<Long, String> noted) {
        /** Nothing is known. */
        public static final Trust NONE = new Trust(Set.of(), Map.of());
    }

    /**
     * What was found.
     *
     * @param events how many events were checked
     * @param redacted of how many the data was removed
     * @param checkpoints how many signatures were verified
     * @param hash the hash of the last event, to compare with one noted elsewhere
     * @param signers the public keys by which checkpoints are signed
     * @param fault what does not fit; absent when everything does
     */
    public record Report(
            long events,
            long redacted,
            long checkpoints,
            String hash,
            Set<String> signers,
            @Nullable String fault) {}

    /** Checks every event from the first to the last. */
    public Report run() {
        ChainCheck check = new ChainCheck(trust);
        for (LogEntry entry : log) {
            String fault = check.next(entry);
            if (fault != null) return check.report(fault);
        }
        String lost = unsealed.get()
                .map(seq -> "event " + seq + " has lost its seal: seals at the end were deleted")
                .orElse(null);
        return check.report(lost == null ? check.end() : lost);
    }
}
