package org.councilregistry.api.members;

import com.nimbusds.jose.JOSEObjectType;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/** A real OpenID Connect server, with a tenant for each council that asks for one. */
public final class SignIn implements AutoCloseable {
    /** What tokens for the registry say. */
    public static final String AUDIENCE = "registry";

    private final MockOAuth2Server server = new MockOAuth2Server();

    /** Starts on a free port. */
    public SignIn() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** What a tenant's tokens say in {@code iss}. */
    public String issuer(String tenant) {
        return server.issuerUrl(tenant).toString();
    }

    /** Where a tenant's public keys are. */
    public String jwks(String tenant) {
        return server.jwksUrl(tenant).toString();
    }

    /** A line of the setting: lets people of this tenant in, for this organisation only if one is named. */
    public String setting(String tenant, @Nullable String organisation) {
        String one = "{issuer: \"" + issuer(tenant) + "\", jwks: \"" + jwks(tenant) + "\", audience: " + AUDIENCE;
        return tenant + ": " + one + (organisation == null ? "}" : ", organisation: " + organisation + "}");
    }

    /** The settings with these issuers, each as {@link #setting} gives it. */
    public static Map<String, String> settings(String... each) {
        return Map.of("dw.issuers", "{" + String.join(", ", each) + "}", "dw.meanings", "false");
    }

    /** A token about somebody of this tenant, who says her address. */
    public String token(String tenant, String subject, String email) {
        return token(
                tenant,
                subject,
                AUDIENCE,
                Map.of("email", email, "email_verified", true, "name", "P. " + subject),
                600);
    }

    /** A token as it is described, good for so many seconds. */
    public String token(String tenant, String subject, String audience, Map<String, Object> claims, long seconds) {
        return server.issueToken(
                        tenant,
                        "client",
                        new DefaultOAuth2TokenCallback(
                                tenant, subject, JOSEObjectType.JWT.getType(), List.of(audience), claims, seconds))
                .serialize();
    }

    /** Answers nobody any more. */
    public void die() {
        server.shutdown();
    }

    @Override
    public void close() {
        die();
    }
}
