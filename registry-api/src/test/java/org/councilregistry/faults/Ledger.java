package org.councilregistry.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.councilregistry.schema.Initiative;
import org.jspecify.annotations.Nullable;

/**
 * What the registry has acknowledged. Each record has one writer, who writes a number into it that grows with every write, so
 * that any state the record is found in later is either one that it may be in, or proof that something went wrong.
 */
public final class Ledger {
    private final Map<String, Entry> entries = new HashMap<>();
    private long acknowledged;
    private long refused;
    private long unknown;
    private long last = System.nanoTime();
    private long longest;

    /** How many writes ended how; the longest time, in nanoseconds, in which no write was acknowledged to anybody. */
    public record Counts(long acknowledged, long refused, long unknown, long longestGap) {}

    /** A version of a record that was acknowledged. */
    public record Version(UUID id, int version) {}

    /** A record as its one writer knows it. */
    public static final class Entry {
        private final String name;
        private final boolean draft;
        private final List<Version> versions = new ArrayList<>();
        private final Set<Integer> open = new TreeSet<>();
        private int sent;
        private int kept;

        Entry(String name, boolean draft) {
            this.name = name;
            this.draft = draft;
        }

        /** The record's title, which no other record has. */
        public String name() {
            return name;
        }

        /** The record's id; null while no write of it is acknowledged. */
        public @Nullable UUID id() {
            return versions.isEmpty() ? null : versions.get(0).id();
        }

        /** The next number to be written. */
        public int next() {
            return ++sent;
        }

        /** The last number that was acknowledged; 0 if none is. */
        public int kept() {
            return kept;
        }

        /** The versions that were acknowledged. */
        public List<Version> versions() {
            return versions;
        }

        /** Whether nobody has published it. */
        boolean draft() {
            return draft;
        }

        /** Whether the record must be there. */
        boolean required() {
            return kept > 0;
        }

        /** Whether the record may show this number. */
        boolean allows(int number) {
            return number == kept || open.contains(number);
        }

        @Override
        public String toString() {
            return name + ": acknowledged " + kept + ", perhaps " + open;
        }
    }

    /** Opens the page of a record that is going to be written: a draft, or what is published. */
    public synchronized Entry open(String name, boolean draft) {
        Entry entry = new Entry(name, draft);
        if (entries.put(name, entry) != null) throw new IllegalStateException(name + " has a page already");
        return entry;
    }

    /** The registry said that this number was stored. */
    public synchronized void acknowledged(Entry entry, int number, Initiative record) {
        kept(entry, number, record);
        acknowledged++;
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    /** The registry did not say whether the number was stored, and it was found in the record afterwards. */
    public synchronized void found(Entry entry, int number, Initiative record) {
        kept(entry, number, record);
    }

    private static void kept(Entry entry, int number, Initiative record) {
        entry.kept = number;
        entry.open.clear();
        entry.versions.add(new Version(record.id(), record.version()));
    }

    /** The registry refused the write: the number must not be there. */
    public synchronized void refused() {
        refused++;
    }

    /** Nobody knows whether the number was stored. */
    public synchronized void unknown(Entry entry, int number) {
        entry.open.add(number);
        unknown++;
    }

    /** How many writes were acknowledged until now. */
    public synchronized long acknowledged() {
        return acknowledged;
    }

    /** How it went until now. */
    public synchronized Counts counts() {
        return new Counts(acknowledged, refused, unknown, Math.max(longest, System.nanoTime() - last));
    }

    /** Begins to measure the longest gap anew. */
    public synchronized void measure() {
        last = System.nanoTime();
        longest = 0;
    }

    /** Every record that was written, by its title. */
    public synchronized Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }
}
