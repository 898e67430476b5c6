package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the records of this page, in a stable order
 * @param next the cursor of the next page; absent on the last one
 * @param total how many records the whole list has; only when asked with {@code total=true}
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {
    /** Keeps the items as they are now. */
    public Page {
        items = Lists.of(items);
    }
}
