package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the registry takes the caller for.
 *
 * @param role what the caller may do
 * @param organisation for whom the caller acts
 * @param key the key in use
 * @param expiresAt when the key stops working
 */
public record Whoami(
        Role role,
        @Nullable OrganisationRef organisation,
        @Nullable UUID key,
        @Nullable Instant expiresAt) {}
