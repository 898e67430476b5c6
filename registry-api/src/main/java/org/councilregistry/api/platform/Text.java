package org.councilregistry.api.platform;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** How names become slugs and keys to look them up by, and how to find the nearest of what somebody meant. */
public final class Text {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    private Text() {}

    /** Lower case, without accents, everything but letters and digits as single spaces: {@code sir ynys mon}. */
    public static String key(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace("'", "")
                .replace("\u2019", "");
        return GAPS.matcher(lower).replaceAll(" ").strip();
    }

    /** A word for addresses, at most 80 characters, cut between words; empty if the name has no letter or digit. */
    public static String slug(String name) {
        String slug = key(name).replace(' ', '-');
        if (slug.length() <= 80) return slug;
        int cut = slug.lastIndexOf('-', 80);
        return slug.substring(0, cut < 40 ? 80 : cut);
    }

    /** The candidate that is nearest to what was written, if one is near. */
    public static @Nullable String nearest(String written, Collection<String> candidates) {
        String lower = written.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, lower.length() / 3));
        return candidates.stream()
                .filter(c -> distance.apply(lower, c.toLowerCase(Locale.ROOT)) >= 0)
                .min(Comparator.comparingInt(c -> distance.apply(lower, c.toLowerCase(Locale.ROOT))))
                .orElse(null);
    }

    /** A caller's text as it may stand in an error: short, without control characters. */
    static String shown(String text) {
        String clean = text.replaceAll("\\p{C}", "\uFFFD");
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "...";
    }
}
