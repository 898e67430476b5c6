package org.councilregistry.api.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids of new records. */
public final class Ids {
    private Ids() {}

    /** A UUIDv7: ids sort by the time at which they were made. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
