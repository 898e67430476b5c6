package org.councilregistry.schema;

/**
 * One value by which a search can be narrowed.
 *
 * @param value the value to give as a parameter
 * @param label what it is called
 * @param count how many hits have it
 * @param selected whether the search is narrowed by it now
 */
public record FacetOption(String value, String label, long count, boolean selected) {
    /** Strips texts; an absent list is an empty one. */
    public FacetOption {
        value = Lists.required(value);
        label = Lists.required(label);
    }
}
