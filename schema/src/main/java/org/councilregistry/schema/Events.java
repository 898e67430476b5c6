package org.councilregistry.schema;

import java.util.List;

/**
 * A stretch of the change feed.
 *
 * @param items the events, in order of position
 * @param next give this as {@code after} to go on
 * @param more whether there is more to read at once
 */
public record Events(List<Event> items, long next, boolean more) {
    /** Strips texts; an absent list is an empty one. */
    public Events {
        items = Lists.of(items);
    }
}
