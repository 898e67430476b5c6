package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says to an overlap. It blocks nothing.
 *
 * @param response what she will do
 * @param why what makes the difference; needed for {@code different}
 */
@RecordBuilder
public record OverlapResponse(
        @NotNull @Nullable Response response,
        @Size(max = 2000) @Nullable String why) implements OverlapResponseBuilder.With {
    /** Strips texts; an empty text is an absent one. */
    public OverlapResponse {
        why = Lists.text(why);
    }
}
