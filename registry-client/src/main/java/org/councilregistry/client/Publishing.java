package org.councilregistry.client;

import java.util.List;
import org.councilregistry.schema.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How a record is published.
 *
 * @param confirm say, too, that the record is right
 * @param dryRun say only what would happen
 * @param cleared members to be emptied; what a draft merely lacks stays as it is
 * @param origin how the record comes in; by the API if not said
 */
public record Publishing(
        boolean confirm,
        boolean dryRun,
        List<String> cleared,
        @Nullable Origin origin) {
    /** Keeps the list as it is now. */
    public Publishing {
        cleared = List.copyOf(cleared);
    }

    /** Stores, and confirms nothing. */
    public static Publishing usual() {
        return new Publishing(false, false, List.of(), null);
    }

    /** The same, and confirms. */
    public Publishing confirming() {
        return new Publishing(true, dryRun, cleared, origin);
    }

    /** The same, and stores nothing. */
    public Publishing asDryRun() {
        return new Publishing(confirm, true, cleared, origin);
    }

    /** The same, and empties these members. */
    public Publishing clearing(String... members) {
        return new Publishing(confirm, dryRun, List.of(members), origin);
    }

    /** The same, saying how the record comes in. */
    public Publishing from(Origin where) {
        return new Publishing(confirm, dryRun, cleared, where);
    }
}
