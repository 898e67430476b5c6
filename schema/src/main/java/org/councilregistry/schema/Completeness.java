package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record still lacks, the most useful thing first.
 *
 * @param missing the empty members that others would be glad of
 * @param next the one to fill in next
 */
public record Completeness(List<String> missing, @Nullable String next) {
    /** Strips texts; an absent list is an empty one. */
    public Completeness {
        missing = Lists.texts(missing);
        next = Lists.text(next);
    }
}
