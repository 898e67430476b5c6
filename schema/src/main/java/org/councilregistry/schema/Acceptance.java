package org.councilregistry.schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Accepts an invitation.
 *
 * @param invitation the invitation, as the administrator has passed it on
 */
public record Acceptance(@NotBlank @Size(max = 200) String invitation) {
    /** Strips texts; an absent list is an empty one. */
    public Acceptance {
        invitation = Lists.required(invitation);
    }

    /** Nothing of the invitation, which has no place in a log. */
    @Override
    public String toString() {
        return "Acceptance[]";
    }
}
