package org.councilregistry.schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bid for funding and what became of it.
 *
 * @param scheme the fund
 * @param round which round
 * @param state where the bid stands
 * @param amount how much
 * @param decidedOn when it was decided
 */
public record Funding(
        @NotBlank @Size(max = 200) String scheme,
        @Size(max = 100) @Nullable String round,
        @NotNull @Nullable FundingState state,
        @Valid @Nullable Money amount,
        @Nullable LocalDate decidedOn) {
    /** Strips texts; an absent list is an empty one. */
    public Funding {
        scheme = Lists.required(scheme);
        round = Lists.text(round);
    }
}
