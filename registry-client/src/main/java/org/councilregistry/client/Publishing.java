package org.councilregistry.client;

import java.util.List;
import org.councilregistry.schema.MatchResponse;
import org.councilregistry.schema.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How a record is published.
 *
 * @param confirm say, too, that the record is right
 * @param dryRun say only what would happen
 * @param cleared members to be emptied; what a draft merely lacks stays as it is
 * @param origin how the record comes in; by the API if not said
 * @param responses what the publisher says to work of others that looks alike
 */
public record Publishing(
        boolean confirm,
        boolean dryRun,
        List<String> cleared,
        @Nullable Origin origin,
        List<MatchResponse> responses) {
    /** Keeps the lists as they are now. */
    public Publishing {
        cleared = List.copyOf(cleared);
        responses = List.copyOf(responses);
    }

    /** Stores, and confirms nothing. */
    public static Publishing usual() {
        return new Publishing(false, false, List.of(), null, List.of());
    }

    /** The same, and confirms. */
    public Publishing confirming() {
        return new Publishing(true, dryRun, cleared, origin, responses);
    }

    /** The same, and stores nothing. */
    public Publishing asDryRun() {
        return new Publishing(confirm, true, cleared, origin, responses);
    }

    /** The same, and empties these members. */
    public Publishing clearing(String... members) {
        return new Publishing(confirm, dryRun, List.of(members), origin, responses);
    }

    /** The same, saying how the record comes in. */
    public Publishing from(Origin where) {
        return new Publishing(confirm, dryRun, cleared, where, responses);
    }

    /** The same, saying what the publisher will do about work of others that looks alike; blocks nothing. */
    public Publishing responding(MatchResponse... said) {
        return new Publishing(confirm, dryRun, cleared, origin, List.of(said));
    }
}
