package org.councilregistry.client.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a file's rows: their own as far as a key may be written so, or made from the title; no two alike. */
final class RowKeys {
    /** What the registry takes. */
    private static final int LONGEST = 200;
    /** Room for the tail that tells two rows apart. */
    private static final int ROOMY = 180;

    private final Map<String, String> taken = new HashMap<>();

    /** A row's key; what had to be done to it is noted. */
    String key(String organisation, @Nullable String own, String content, Overflow notes) {
        String key = own == null ? "" : own.replaceAll("[^A-Za-z0-9._:~-]+", "-");
        if (own != null && !key.equals(own)) notes.note("key written as " + key);
        if (key.replaceAll("[.-]", "").isEmpty()) key = made(content);
        if (key.length() > LONGEST) {
            key = key.substring(0, ROOMY);
            notes.note("key cut at " + ROOMY + " characters");
        }
        if (taken.putIfAbsent(place(organisation, key), content) == null) return key;
        String other = key + "~" + hash(content);
        if (taken.putIfAbsent(place(organisation, other), content) != null) {
            throw new UsageException("the row stands twice: same key, title and summary");
        }
        notes.note("the key stands twice in the file; this row is kept as " + other);
        return other;
    }

    private static String place(String organisation, String key) {
        return Names.key(organisation) + "\n" + key;
    }

    private static String made(String content) {
        String title = content.lines().findFirst().orElse("");
        String slug = Names.slug(title);
        String key = slug.isEmpty() ? "row-" + hash(title) : slug;
        return key.substring(0, Math.min(key.length(), ROOMY));
    }

    private static String hash(String text) {
        return Integer.toHexString(text.hashCode());
    }
}
