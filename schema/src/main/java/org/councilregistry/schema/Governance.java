package org.councilregistry.schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who decides about a piece of work, and when next.
 *
 * @param sponsor who stands behind it
 * @param decisionBody the board or committee that decides
 * @param nextDecisionOn when it decides next
 */
public record Governance(
        @Valid @Nullable Sponsor sponsor,
        @Size(max = 200) @Nullable String decisionBody,
        @Nullable LocalDate nextDecisionOn) {
    /** Strips texts; an absent list is an empty one. */
    public Governance {
        decisionBody = Lists.text(decisionBody);
    }
}
