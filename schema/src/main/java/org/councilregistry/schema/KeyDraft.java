package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is asked for.
 *
 * @param label what it is for
 * @param role what its holder may do
 * @param organisation the organisation it acts for: id, slug or {@code scheme:value}
 * @param expiresAt when it stops working; a year from now if absent
 */
@RecordBuilder
public record KeyDraft(
        @NotBlank @Size(max = 200) String label,
        @NotNull @Nullable Role role,
        @Size(max = 200) @Nullable String organisation,
        @Nullable Instant expiresAt)
        implements KeyDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public KeyDraft {
        label = Lists.required(label);
        organisation = Lists.text(organisation);
    }
}
