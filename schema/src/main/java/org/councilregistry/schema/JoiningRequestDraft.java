package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to act for an organisation.
 *
 * @param organisation the organisation: id, slug or {@code scheme:value}
 * @param note what helps whoever answers, such as the team one works in
 */
@RecordBuilder
public record JoiningRequestDraft(
        @NotBlank @Size(max = 200) String organisation,
        @Size(max = 500) @Nullable String note) implements JoiningRequestDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public JoiningRequestDraft {
        organisation = Lists.required(organisation);
        note = Lists.text(note);
    }
}
