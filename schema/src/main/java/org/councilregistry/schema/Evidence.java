package org.councilregistry.schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Insight that a need is real, for the next council to reuse.
 *
 * @param kind where the insight comes from
 * @param finding what was found
 * @param url where to read it
 * @param collectedOn when it was collected
 */
public record Evidence(
        @NotNull @Nullable EvidenceKind kind,
        @NotBlank @Size(max = 2000) String finding,

        @Size(max = 2000) @Pattern(regexp = "https?://\\S+") @Nullable
        String url,

        @Nullable LocalDate collectedOn) {
    /** Strips texts; an absent list is an empty one. */
    public Evidence {
        finding = Lists.required(finding);
        url = Lists.text(url);
    }
}
