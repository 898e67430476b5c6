package org.councilregistry.api.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.councilregistry.api.platform.Secrets;

/**
 * How a key is written: {@code crk_<public id>_<secret>_<checksum>}; an invitation likewise, beginning with {@code cri}. The
 * checksum lets a mistyped or cut one be told from an unknown one without a look-up.
 *
 * @param kind what it is
 * @param hint the public part, by which the key is found and its owner recognises it
 * @param secret 256 random bits
 */
public record KeyText(Kind kind, String hint, String secret) {
    /** What is written so. */
    public enum Kind {
        /** An API key. */
        KEY("crk_"),
        /** An invitation to become a member. */
        INVITATION("cri_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static KeyText make(Kind kind) {
        return new KeyText(kind, random(12), random(43));
    }

    /** One that somebody has sent; nothing if it cannot be one. */
    public static Optional<KeyText> parse(Kind kind, String text) {
        if (text.length() != 4 + 12 + 1 + 43 + 1 + 6 || !text.startsWith(kind.prefix)) return Optional.empty();
        if (text.charAt(16) != '_' || text.charAt(60) != '_') return Optional.empty();
        KeyText key = new KeyText(kind, text.substring(4, 16), text.substring(17, 60));
        return key.written().equals(text) ? Optional.of(key) : Optional.empty();
    }

    /** The whole key. */
    public String written() {
        String body = kind.prefix + hint + "_" + secret;
        return body + "_" + checksum(body);
    }

    /** What is kept of it instead of its secret. */
    public byte[] hash(Secrets secrets) {
        return secrets.mac("keys", secretBytes());
    }

    byte[] secretBytes() {
        return (hint + "_" + secret).getBytes(StandardCharsets.US_ASCII);
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        return text.toString();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        char[] text = new char[6];
        Arrays.fill(text, '0');
        long rest = crc.getValue();
        for (int i = 5; i >= 0; i--, rest /= 62) text[i] = ALPHABET.charAt((int) (rest % 62));
        return new String(text);
    }

    @Override
    public String toString() {
        return kind.prefix + hint + "_...";
    }
}
