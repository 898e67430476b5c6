package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The phase that a piece of work enters.
 *
 * @param phase which phase
 * @param startedOn its first day; today if absent
 * @param note why, where a phase was skipped or taken back
 * @param learning what was learnt; required when the work is stopped
 */
@RecordBuilder
public record InitiativePhaseDraft(
        @NotNull @Nullable Phase phase,
        @Nullable LocalDate startedOn,
        @Size(max = 2000) @Nullable String note,
        @Size(max = 8000) @Nullable String learning)
        implements InitiativePhaseDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public InitiativePhaseDraft {
        note = Lists.text(note);
        learning = Lists.text(learning);
    }
}
