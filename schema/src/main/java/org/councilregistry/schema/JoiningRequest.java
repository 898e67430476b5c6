package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person's request to act for an organisation.
 *
 * @param id the request's id
 * @param version counts its changes
 * @param organisation the organisation that she wants to act for
 * @param state whether it has been answered
 * @param name what she is called, as her account says
 * @param email where she is reached, as her account says
 * @param emailMatches whether her account has confirmed the address, and it is of the organisation's mail domains; a hint for
 *     whoever answers, never an answer
 * @param note what she says
 * @param role what she was allowed, once accepted
 * @param reason why she was declined
 * @param createdAt when she asked
 * @param answeredAt when she was answered
 */
public record JoiningRequest(
        UUID id,
        int version,
        OrganisationRef organisation,
        JoiningRequestState state,
        @Nullable String name,
        @Nullable String email,
        boolean emailMatches,
        @Nullable String note,
        @Nullable Role role,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant answeredAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public JoiningRequest {
        name = Lists.text(name);
        email = Lists.text(email);
        note = Lists.text(note);
        reason = Lists.text(reason);
    }
}
