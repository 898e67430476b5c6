package org.councilregistry.api.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of new records. */
public final class Ids {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The id that an address names; empty if that is something else, such as a slug. */
    public static Optional<UUID> parse(String ref) {
        return ID.matcher(ref).matches() ? Optional.of(UUID.fromString(ref)) : Optional.empty();
    }

    /** A UUIDv7: ids sort by the time at which they were made. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
