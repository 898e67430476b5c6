package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a coordinator decides about an overlap.
 *
 * @param decision what she decides
 * @param rationale why, for both owners to read
 */
@RecordBuilder
public record OverlapDecision(
        @NotNull @Nullable Decision decision,
        @NotBlank @Size(max = 2000) String rationale) implements OverlapDecisionBuilder.With {
    /** Strips texts. */
    public OverlapDecision {
        rationale = Lists.required(rationale);
    }
}
