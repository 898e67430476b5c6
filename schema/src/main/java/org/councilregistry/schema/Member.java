package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's right to act for an organisation. A person with several organisations has several memberships.
 *
 * @param id the membership's id
 * @param version counts its changes
 * @param role what the person may do
 * @param organisation the organisation that she acts for; none for sector-wide roles
 * @param state whether she has accepted, and still acts
 * @param name what she is called
 * @param email where she is reached; she is known by her account, never by this
 * @param issuer who signs her in, once she has accepted
 * @param expiresAt until when the invitation can be accepted
 * @param joinedAt when she accepted
 * @param lastSeenAt when she last called, to the hour
 * @param removedAt when she was removed
 * @param createdAt when she was invited
 */
public record Member(
        UUID id,
        int version,
        Role role,
        @Nullable OrganisationRef organisation,
        MemberState state,
        @Nullable String name,
        @Nullable String email,
        @Nullable String issuer,
        @Nullable Instant expiresAt,
        @Nullable Instant joinedAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant removedAt,
        Instant createdAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Member {
        name = Lists.text(name);
        email = Lists.text(email);
        issuer = Lists.text(issuer);
    }
}
