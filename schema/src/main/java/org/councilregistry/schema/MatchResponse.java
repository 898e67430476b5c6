package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a registrant says to work of another council that looks like hers. It blocks nothing.
 *
 * @param initiative the id of the other council's work, as a match names it
 * @param response what she will do
 * @param why what makes the difference; needed for {@code different}
 */
@RecordBuilder
public record MatchResponse(
        @NotNull @Nullable UUID initiative,
        @NotNull @Nullable Response response,
        @Size(max = 2000) @Nullable String why)
        implements MatchResponseBuilder.With {
    /** Strips texts; an empty text is an absent one. */
    public MatchResponse {
        why = Lists.text(why);
    }
}
