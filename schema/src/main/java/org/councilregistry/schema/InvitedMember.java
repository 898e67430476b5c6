package org.councilregistry.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new membership with its invitation, which is shown this once.
 *
 * @param id the membership's id
 * @param version counts its changes
 * @param member the membership
 * @param invitation what the invited person accepts with; absent when an earlier answer is repeated
 */
public record InvitedMember(
        UUID id, int version, Member member, @Nullable String invitation) implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public InvitedMember {
        invitation = Lists.text(invitation);
    }

    /** The membership without its invitation, which has no place in a log. */
    @Override
    public String toString() {
        return "InvitedMember[" + id + (invitation == null ? "]" : ", with its invitation]");
    }
}
