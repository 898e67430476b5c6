package org.councilregistry.schema;

import java.util.List;

/**
 * Something by which a search can be narrowed.
 *
 * @param name the parameter's name
 * @param label what it is called
 * @param options its values, the most frequent first; selected ones are always there
 */
public record Facet(String name, String label, List<FacetOption> options) {
    /** Strips texts; an absent list is an empty one. */
    public Facet {
        name = Lists.required(name);
        label = Lists.required(label);
        options = Lists.of(options);
    }
}
