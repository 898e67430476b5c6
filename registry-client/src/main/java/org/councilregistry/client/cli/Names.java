package org.councilregistry.client.cli;

import java.text.Normalizer;
import java.util.Locale;

/** Names as people write them: with or without accents, capitals, and signs between the words. */
final class Names {
    private Names() {}

    /** What two spellings of one name have in common. */
    static String key(String name) {
        return plain(name)
                .replace("&", " and ")
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** A word for addresses, at most 80 characters; empty where the text has no Latin letter or digit. */
    static String slug(String text) {
        String slug = plain(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.length() <= 80 ? slug : slug.substring(0, 80).replaceAll("-+$", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
