package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a search found.
 *
 * @param items the hits, best first
 * @param next the cursor of the next page
 * @param total how many there are
 * @param facets how the search can be narrowed
 */
public record SearchPage(
        List<Hit> items, @Nullable String next, @Nullable Long total, List<Facet> facets) {
    /** Strips texts; an absent list is an empty one. */
    public SearchPage {
        items = Lists.of(items);
        next = Lists.text(next);
        facets = Lists.of(facets);
    }
}
