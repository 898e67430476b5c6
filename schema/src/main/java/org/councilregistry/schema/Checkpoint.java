package org.councilregistry.schema;

import java.time.Instant;

/**
 * A place in the log, signed by the registry about once a minute. Whoever has kept one can prove later that the log up to
 * there is as it was.
 *
 * @param position the position of the last event that it covers
 * @param hash that event's hash, which covers all events before it (hexadecimal SHA-256)
 * @param at when it was signed, to the second
 * @param signature Ed25519 of the four lines {@code council-registry checkpoint}, position, hash and time, each ended by a
 *     line feed (Base64)
 * @param publicKey the key by which the signature can be verified (Base64 of its X.509 form, as in a PEM file); compare it
 *     with the one that you know to be the registry's
 */
public record Checkpoint(long position, String hash, Instant at, String signature, String publicKey) {
    /** Strips texts; an absent list is an empty one. */
    public Checkpoint {
        hash = Lists.required(hash);
        signature = Lists.required(signature);
        publicKey = Lists.required(publicKey);
    }

    /** What is signed. */
    public String signed() {
        return "council-registry checkpoint\n" + position + "\n" + hash + "\n" + at + "\n";
    }
}
