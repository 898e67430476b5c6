package org.councilregistry.api.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.councilregistry.schema.Highlight;
import org.councilregistry.schema.Mark;
import org.jspecify.annotations.Nullable;

/** Where the words that were looked for stand in a text: ranges, never markup. Pure. */
public final class Highlights {
    private static final int LONGEST = 240;

    private Highlights() {}

    /** A text of a field, and its words. */
    public record Marked(String field, String text, List<Words.Word> words) {
        /** A piece of the text around the first of these stems, with the ranges of all in it; null if there is none. */
        public @Nullable Highlight of(Set<String> stems) {
            List<Words.Word> found =
                    words.stream().filter(w -> stems.contains(w.stem())).toList();
            if (found.isEmpty()) return null;
            int from = start(text, found.get(0).from());
            int to = end(text, from);
            List<Mark> marks = new ArrayList<>();
            for (Words.Word word : found) {
                if (word.from() >= from && word.to() <= to) marks.add(new Mark(word.from() - from, word.to() - from));
            }
            return new Highlight(field, text.substring(from, to), marks);
        }
    }

    /** Reads the words of a text, to mark some of them; null where there is none. */
    public static @Nullable Marked read(String field, @Nullable String text) {
        return text == null ? null : new Marked(field, text, Words.of(text));
    }

    /** {@link Marked#of} of a text that is looked at once. */
    static @Nullable Highlight of(String field, @Nullable String text, Set<String> stems) {
        Marked read = stems.isEmpty() ? null : read(field, text);
        return read == null ? null : read.of(stems);
    }

    private static int start(String text, int first) {
        if (text.length() <= LONGEST || first < LONGEST / 3) return 0;
        int space = text.indexOf(' ', first - LONGEST / 3);
        return space < 0 || space >= first ? first : space + 1;
    }

    private static int end(String text, int from) {
        if (text.length() - from <= LONGEST) return text.length();
        int space = text.lastIndexOf(' ', from + LONGEST);
        int cut = space > from ? space : from + LONGEST;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }
}
