package org.councilregistry.api.platform;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in. She is known by issuer and subject alone: all else may change, or pass to another person.
 *
 * @param issuer who has signed her in
 * @param subject what the issuer knows her by, for ever
 * @param email where she is reached, as the issuer says
 * @param verified whether the issuer has confirmed that address
 * @param name what she is called, as the issuer says
 */
public record Person(
        String issuer,
        String subject,
        @Nullable String email,
        boolean verified,
        @Nullable String name) {

    /** An id for the person, the same whenever she signs in. */
    public UUID id() {
        byte[] account = (issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(account);
    }

    /** The mail domain of her confirmed address. */
    public @Nullable String domain() {
        if (email == null || !verified) return null;
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Nothing that says who she is. */
    @Override
    public String toString() {
        return "Person[" + id() + "]";
    }
}
