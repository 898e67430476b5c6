package org.councilregistry.api.meanings;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits texts into the pieces that the model knows, as BERT's uncased models do: lower case, accents stripped, every
 * punctuation mark a word of its own, words taken apart greedily from their beginning. Pure.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int unknown;
    private final int begin;
    private final int end;

    /** Knows the pieces in a model's {@code tokenizer.json}. */
    WordPiece(JsonNode tokenizer) {
        tokenizer
                .path("model")
                .path("vocab")
                .properties()
                .forEach(e -> vocabulary.put(e.getKey(), e.getValue().asInt()));
        unknown = required("[UNK]");
        begin = required("[CLS]");
        end = required("[SEP]");
    }

    private int required(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) throw new IllegalStateException("the model's vocabulary has no " + piece);
        return id;
    }

    /**
     * A text in pieces, between the marks for beginning and end.
     *
     * @param ids the pieces
     * @param starts where in the text the word of each piece begins; -1 for the marks
     */
    record Pieces(long[] ids, int[] starts) {}

    /** The first pieces of a text, at most so many, marks included. */
    Pieces of(String text, int most) {
        List<Integer> ids = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        add(ids, starts, begin, -1);
        int at = 0;
        while (at < text.length() && ids.size() < most - 1) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isSpace(c) || isControl(c)) {
                at = next;
                continue;
            }
            if (!isAlone(c)) {
                while (next < text.length()) {
                    int follows = text.codePointAt(next);
                    if (isSpace(follows) || isAlone(follows)) break;
                    next += Character.charCount(follows);
                }
            }
            for (int id : word(text.substring(at, next))) {
                if (ids.size() < most - 1) add(ids, starts, id, at);
            }
            at = next;
        }
        add(ids, starts, end, -1);
        return new Pieces(
                ids.stream().mapToLong(Integer::longValue).toArray(),
                starts.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(List<Integer> ids, List<Integer> starts, int id, int start) {
        ids.add(id);
        starts.add(start);
    }

    private List<Integer> word(String written) {
        String word = plain(written);
        List<Integer> ids = new ArrayList<>();
        if (word.isEmpty()) return ids;
        if (word.length() > LONGEST_WORD) return List.of(unknown);
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer id = null;
            while (to > from) {
                id = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to));
                if (id != null) break;
                to--;
            }
            if (id == null) return List.of(unknown);
            ids.add(id);
            from = to;
        }
        return ids;
    }

    private static String plain(String written) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && !isControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        if (c == 0xFFFD) return true;
        int type = Character.getType(c);
        return !isSpace(c)
                && (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.UNASSIGNED
                        || type == Character.PRIVATE_USE
                        || type == Character.SURROGATE);
    }

    /** Punctuation and ideographs are words by themselves. */
    private static boolean isAlone(int c) {
        boolean ascii = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
        if (ascii || Character.isIdeographic(c)) return true;
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
