package org.councilregistry.schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in the way.
 *
 * @param kind what kind of barrier
 * @param note what it is here
 */
public record Barrier(
        @NotNull @Nullable BarrierKind kind,
        @Size(max = 2000) @Nullable String note) {
    /** Strips texts; an absent list is an empty one. */
    public Barrier {
        note = Lists.text(note);
    }
}
