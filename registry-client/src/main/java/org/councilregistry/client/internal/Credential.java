package org.councilregistry.client.internal;

import java.util.function.Supplier;
import org.councilregistry.client.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * By what a client is let in.
 *
 * @param token gives the API key or the access token, asked anew before each attempt; none reads what is public
 * @param actingFor for which of a person's organisations she acts
 */
public record Credential(
        @Nullable Supplier<String> token, @Nullable String actingFor) {
    /** The token as it is sent now. */
    @Nullable
    String now() {
        if (token == null) return null;
        String now = token.get();
        if (now == null || !now.matches("[!-~]+")) {
            throw new RegistryException(
                    "there is no access token: the supplier gave none that could be one", null, false);
        }
        return now;
    }

    /** Nothing of the token. */
    @Override
    public String toString() {
        return (token == null ? "public" : "with a credential") + (actingFor == null ? "" : " for " + actingFor);
    }
}
