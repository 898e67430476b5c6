package org.councilregistry.api.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: the last key of this one, signed for this very list. */
public final class Cursor {
    private static final int TAG = 12;
    private final Secrets secrets;

    /** Signs with the deployment's secret. */
    public Cursor(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The cursor for what comes after {@code key} in the list that {@code list} names, filters included. */
    public String write(String list, String key) {
        byte[] text = bytes(key);
        byte[] tag = tag(list, text);
        byte[] all = Arrays.copyOf(tag, TAG + text.length);
        System.arraycopy(text, 0, all, TAG, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The key in a cursor; null without one. A cursor that was altered or belongs to another list is refused. */
    public @Nullable String read(String list, @Nullable String cursor) {
        if (cursor == null) return null;
        byte[] all = decode(cursor);
        if (all.length > TAG) {
            String key = new String(all, TAG, all.length - TAG, StandardCharsets.UTF_8);
            // written again, because base64 has several spellings of the same bytes
            if (MessageDigest.isEqual(bytes(write(list, key)), bytes(cursor))) return key;
        }
        throw new ProblemException(
                        ProblemType.INVALID_CURSOR,
                        "The cursor belongs to another list, or was altered. Begin again without it; keep every filter"
                                + " while you page.")
                .at("?cursor", "invalid-cursor", "not a cursor of this list");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] tag(String list, byte[] text) {
        byte[] name = bytes(list + "\n");
        byte[] all = Arrays.copyOf(name, name.length + text.length);
        System.arraycopy(text, 0, all, name.length, text.length);
        return Arrays.copyOf(secrets.mac("cursor", all), TAG);
    }
}
