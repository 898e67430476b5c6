package org.councilregistry.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new API key with its secret, which is shown this once.
 *
 * @param id the key's id
 * @param version counts its changes
 * @param key the key
 * @param secret the whole key, as it goes behind {@code Authorization: Bearer}; absent when an earlier answer is repeated
 */
public record CreatedKey(
        UUID id, int version, Key key, @Nullable String secret) implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public CreatedKey {
        secret = Lists.text(secret);
    }

    /** The key without its secret, which has no place in a log. */
    @Override
    public String toString() {
        return "CreatedKey[" + key + (secret == null ? "]" : ", with its secret]");
    }
}
