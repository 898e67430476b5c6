package org.councilregistry.api.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which contents, texts and events are told apart. */
public final class Sha256 {
    private Sha256() {}

    /** A digest that nothing has been put into yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A word of sixteen hexadecimal digits that changes whenever the content does. */
    public static String fingerprint(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content), 0, 8);
    }
}
