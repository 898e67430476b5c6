package org.councilregistry.api.issuers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One who signs people in, as the configuration names it.
 *
 * @param issuer what its tokens say in {@code iss}, to the letter
 * @param jwks the address of its public keys
 * @param audience what its tokens for this registry say in {@code aud}
 * @param organisation the only organisation that its people may act for: id, slug or {@code scheme:value}; any if absent
 */
public record Issuer(
        @JsonProperty(required = true) String issuer,
        @JsonProperty(required = true) String jwks,
        @JsonProperty(required = true) String audience,
        @JsonProperty @Nullable String organisation) {
    private static final Set<String> NEAR = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What is wrong with the setting; nothing if it can be used. */
    @Nullable
    String fault() {
        if (audience == null || audience.isBlank()) {
            return "audience is missing: without it, tokens made for other services would be accepted";
        }
        if (!safe(issuer)) return "issuer must be an https address: '" + issuer + "'";
        if (!safe(jwks)) return "jwks must be an https address, that of the issuer's public keys: '" + jwks + "'";
        return null;
    }

    /** Keys that come over plain HTTP could be anybody's, unless they come from this machine. */
    private static boolean safe(@Nullable String address) {
        try {
            URI uri = new URI(address == null ? "" : address);
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) return false;
            return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && NEAR.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
