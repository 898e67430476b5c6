package org.councilregistry.schema;

import java.util.List;

/**
 * Ways to complete what is being typed.
 *
 * @param items the best first
 */
public record Suggestions(List<Suggestion> items) {
    /** Strips texts; an absent list is an empty one. */
    public Suggestions {
        items = Lists.of(items);
    }
}
