package org.councilregistry.api.meanings;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

/** The sentences of a text, as somebody wrote them. Pure. */
public final class Sentences {
    private Sentences() {}

    /** The sentences, in order; a line that ends ends one. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
        for (String line : text.split("\\R", -1)) {
            breaks.setText(line);
            int from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                String sentence = line.substring(from, to).strip();
                if (!sentence.isEmpty()) sentences.add(sentence);
            }
        }
        return sentences;
    }

    /** A sentence's letters and digits, whatever stands between them: two that read the same are the same. */
    public static String plain(String sentence) {
        return sentence.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    /** Names a plain sentence; others have other names. */
    public static UUID name(String plain) {
        return UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The text without the sentences that are not wanted; as it was where all are. */
    static String only(String text, Predicate<String> wanted) {
        List<String> all = of(text);
        List<String> kept =
                all.stream().filter(sentence -> wanted.test(plain(sentence))).toList();
        return kept.size() == all.size() ? text : String.join(" ", kept);
    }
}
