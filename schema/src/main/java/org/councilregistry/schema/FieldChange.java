package org.councilregistry.schema;

import org.jspecify.annotations.Nullable;

/**
 * How one member of a record changed.
 *
 * @param field the member's name
 * @param before its value before
 * @param after its value after
 */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {
    /** Strips texts; an absent list is an empty one. */
    public FieldChange {
        field = Lists.required(field);
    }
}
