package org.councilregistry.schema;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One phase in the life of a piece of work. The past is never rewritten.
 *
 * @param id the phase's id
 * @param phase which phase
 * @param startedOn its first day
 * @param endedOn the first day of the next phase
 * @param note why, where a phase was skipped or taken back
 * @param learning what was learnt; always there when the work was stopped
 */
public record InitiativePhase(
        UUID id,
        Phase phase,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String note,
        @Nullable String learning) {
    /** Strips texts; an absent list is an empty one. */
    public InitiativePhase {
        note = Lists.text(note);
        learning = Lists.text(learning);
    }
}
