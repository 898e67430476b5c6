package org.councilregistry.schema;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ring about a piece of work. Shown to signed-in public bodies only.
 *
 * @param name the person's name
 * @param role what she does
 * @param email her mail address
 */
public record Contact(
        @Size(max = 200) @Nullable String name,
        @Size(max = 200) @Nullable String role,
        @Email @Size(max = 254) @Nullable String email) {
    /** Strips texts; an absent list is an empty one. */
    public Contact {
        name = Lists.text(name);
        role = Lists.text(role);
        email = Lists.text(email);
    }
}
