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
    /** Kinds of characters that words are made of: letters, marks on them, and numbers. */
    private static final int IN_WORDS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    /** Copied for each text: reading the rules takes longer than applying them. */
    private static final BreakIterator RULES = BreakIterator.getSentenceInstance(Locale.UK);

    private Sentences() {}

    /** Where a sentence stands in its text. */
    record Span(int from, int to) {}

    /** Where the sentences stand, in order, without the space between them; a line that ends ends one. */
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        BreakIterator breaks = (BreakIterator) RULES.clone();
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
        StringBuilder plain = new StringBuilder(sentence.length());
        boolean between = false;
        String lower = sentence.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); ) {
            int sign = lower.codePointAt(at);
            at += Character.charCount(sign);
            if ((IN_WORDS >> Character.getType(sign) & 1) == 0) {
                between = true;
                continue;
            }
            if (between && !plain.isEmpty()) plain.append(' ');
            between = false;
            plain.appendCodePoint(sign);
        }
        return plain.toString();
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
