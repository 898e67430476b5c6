package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param id the key's id
 * @param version counts its changes
 * @param label what it is for
 * @param role what its holder may do
 * @param organisation the organisation it acts for; none for sector-wide keys
 * @param hint its public part, by which its owner recognises it
 * @param expiresAt when it stops working
 * @param lastUsedAt when it was last used, to the hour
 * @param revokedAt when it was taken back
 * @param createdAt when it was made
 */
public record Key(
        UUID id,
        int version,
        String label,
        Role role,
        @Nullable OrganisationRef organisation,
        String hint,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        Instant createdAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Key {
        label = Lists.required(label);
        hint = Lists.required(hint);
    }
}
