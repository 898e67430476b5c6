package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the change feed.
 *
 * @param items the events, in order of position
 * @param next give this as {@code after} to go on
 * @param more whether there is more to read at once
 * @param checkpoint the latest signed place in the log, for those who keep such; absent before the first one
 */
public record Events(
        List<Event> items,
        long next,
        boolean more,
        @Nullable Checkpoint checkpoint) {
    /** Strips texts; an absent list is an empty one. */
    public Events {
        items = Lists.of(items);
    }
}
