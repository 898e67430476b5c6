package org.councilregistry.schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that is asked to take part.
 *
 * @param organisation id, slug or {@code scheme:value}
 * @param role what it does
 */
public record ParticipantDraft(
        @NotBlank @Size(max = 200) String organisation,
        @NotNull @Nullable ParticipantRole role) {
    /** Strips texts; an absent list is an empty one. */
    public ParticipantDraft {
        organisation = Lists.required(organisation);
    }
}
