package org.councilregistry.schema;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows an outcome.
 *
 * @param url where to read it
 * @param note what it shows
 */
public record OutcomeEvidence(
        @Size(max = 2000) @Pattern(regexp = "https?://\\S+") @Nullable
        String url,

        @Size(max = 2000) @Nullable String note) {
    /** Strips texts; an absent list is an empty one. */
    public OutcomeEvidence {
        url = Lists.text(url);
        note = Lists.text(note);
    }
}
