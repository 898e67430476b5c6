package org.councilregistry.schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the registry takes the caller for.
 *
 * @param role what the caller may do
 * @param organisation for whom the caller acts
 * @param key the key in use
 * @param expiresAt when the key stops working
 * @param member the membership by which a signed-in person acts
 * @param memberships for whom a signed-in person may act; with more than one, the header {@code Acting-For} says for whom
 * @param proposals organisations that a signed-in person may want to ask to join
 */
public record Whoami(
        Role role,
        @Nullable OrganisationRef organisation,
        @Nullable UUID key,
        @Nullable Instant expiresAt,
        @Nullable UUID member,
        List<Membership> memberships,
        List<OrganisationRef> proposals) {
    /** Strips texts; an absent list is an empty one. */
    public Whoami {
        memberships = Lists.of(memberships);
        proposals = Lists.of(proposals);
    }
}
