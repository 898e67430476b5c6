package org.councilregistry.api.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is derived from the one secret of a deployment; all nodes share it. */
public final class Secrets {
    private final byte[] root;

    /** Takes the deployment's secret, at least 32 characters. */
    public Secrets(String secret) {
        if (secret.strip().length() < 32) {
            throw new IllegalArgumentException(
                    "REGISTRY_SECRET must have at least 32 characters. Make one with: openssl rand -base64 48");
        }
        this.root = secret.strip().getBytes(StandardCharsets.UTF_8);
    }

    /** HMAC-SHA-256 of data under the key for this purpose. */
    public byte[] mac(String purpose, byte[] data) {
        return hmac(hmac(root, purpose.getBytes(StandardCharsets.UTF_8)), data);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
