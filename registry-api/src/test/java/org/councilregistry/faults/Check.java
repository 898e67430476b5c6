package org.councilregistry.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Event;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;

/** Reads the registry back, by its own interface, and holds it against a ledger. */
public final class Check {
    private final Ledger ledger;
    private final RegistryClient reader;
    private final Verdict verdict = new Verdict();

    /** Checks what this reader, who sees everything, is shown against a ledger. */
    public Check(Ledger ledger, RegistryClient reader) {
        this.ledger = ledger;
        this.reader = reader;
    }

    /** Reads all records of a council and all events behind a position; nobody may be writing. */
    public Verdict run(String council, long after) {
        records(council);
        events(after);
        return verdict;
    }

    private void records(String council) {
        Map<String, List<Initiative>> found = new HashMap<>();
        for (InitiativeState state : List.of(InitiativeState.DRAFT, InitiativeState.PUBLISHED)) {
            try (Stream<Initiative> records = reader.initiatives().all().organisation(council).state(state).stream()) {
                records.forEach(record -> found.computeIfAbsent(record.title(), t -> new ArrayList<>())
                        .add(record));
            }
        }
        Map<String, Ledger.Entry> entries = ledger.entries();
        entries.values().forEach(entry -> record(entry, found.getOrDefault(entry.name(), List.of())));
        for (String title : found.keySet()) {
            if (!entries.containsKey(title) && !title.equals("Probe")) {
                verdict.duplicated().add(title + " was written by nobody");
            }
        }
    }

    private void record(Ledger.Entry entry, List<Initiative> found) {
        if (found.isEmpty()) {
            if (entry.required()) verdict.lost().add(entry + ", is not there");
            return;
        }
        if (found.size() > 1) {
            verdict.duplicated().add(entry + ", is there " + found.size() + " times");
            return;
        }
        Initiative record = found.get(0);
        if (entry.id() != null && !record.id().equals(entry.id())) {
            verdict.altered().add(entry + ", has another id");
        }
        if (!entry.allows(Writer.number(record))) verdict.altered().add(entry + ", shows " + record.summary());
    }

    /** Every position once, every version of every record once and in order, and all of them that were acknowledged. */
    private void events(long after) {
        long position = after;
        Map<UUID, Integer> last = new HashMap<>();
        Set<Ledger.Version> seen = new HashSet<>();
        for (Event event : reader.events().until(after)) {
            if (event.position() != ++position) {
                verdict.feed().add("position " + position + " is followed by " + event.position());
                position = event.position();
            }
            if (!event.type().startsWith("initiative.")) continue;
            UUID id = event.subject().id();
            int version = event.subject().version();
            Integer before = last.put(id, version);
            if (before == null ? version != 1 : version != before + 1) {
                verdict.feed().add(id + " has version " + version + " after " + before);
            }
            seen.add(new Ledger.Version(id, version));
        }
        for (Ledger.Entry entry : ledger.entries().values()) {
            for (Ledger.Version version : entry.versions()) {
                if (!seen.contains(version)) verdict.feed().add(entry + ": no event of " + version);
            }
        }
    }
}
