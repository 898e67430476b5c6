package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a step is taken.
 *
 * @param reason the reason, shown to those who may see the record
 */
@RecordBuilder
public record Reason(@NotBlank @Size(max = 2000) String reason) implements ReasonBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public Reason {
        reason = Lists.required(reason);
    }
}
