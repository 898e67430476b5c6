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

    /** Where a sentence stands in its text. */
    record Span(int from, int to) {}

    /** Where the sentences stand, in order, without the space between them; a line that ends ends one. */
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            for (int start = from; start < to; ) {
                int line = text.indexOf('\n', start);
                int end = line < 0 || line >= to ? to : line + 1;
                add(spans, text, start, end);
                start = end;
            }
        }
        return spans;
    }

    private static void add(List<Span> spans, String text, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(text.charAt(first))) first++;
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) last--;
        if (first < last) spans.add(new Span(first, last));
    }

    /** The sentences, in order. */
    public static List<String> of(String text) {
        return spans(text).stream()
                .map(span -> text.substring(span.from(), span.to()))
                .toList();
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
