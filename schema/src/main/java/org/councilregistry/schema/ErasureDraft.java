package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to be removed.
 *
 * @param email her mail address, in any case
 * @param reason why, without naming her; kept with the events
 */
@RecordBuilder
public record ErasureDraft(
        @NotBlank @Email @Size(max = 254) String email,
        @Size(max = 2000) @Nullable String reason) implements ErasureDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public ErasureDraft {
        email = Lists.required(email);
        reason = Lists.text(reason);
    }

    /** That somebody is to be removed, and not who. */
    @Override
    public String toString() {
        return "ErasureDraft[]";
    }
}
