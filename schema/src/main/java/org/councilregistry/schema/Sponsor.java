package org.councilregistry.schema;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a piece of work.
 *
 * @param role the office, never a person's name
 * @param kind what kind of sponsor
 */
public record Sponsor(
        @Size(max = 200) @Nullable String role, @Nullable SponsorKind kind) {
    /** Strips texts; an absent list is an empty one. */
    public Sponsor {
        role = Lists.text(role);
    }
}
