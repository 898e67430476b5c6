package org.councilregistry.api.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says word by word what became of a text. */
public final class WordDiff {
    /** Above this many words on each side the whole text counts as changed: nobody reads such a comparison. */
    private static final int MOST = 2_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Span> spans = new ArrayList<>();

    /** What became of some words. */
    public enum Change {
        /** They stand in both texts. */
        KEPT,
        /** They stand only in the text before. */
        REMOVED,
        /** They stand only in the text after. */
        ADDED
    }

    /** Words that went the same way. */
    public record Span(Change change, String text) {}

    private WordDiff(String before, String after) {
        this.before = words(before);
        this.after = words(after);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<=\\s)(?=\\S)", -1));
    }

    /** The two texts as one, in spans. */
    public static List<Span> of(String before, String after) {
        WordDiff diff = new WordDiff(before, after);
        diff.compare();
        return diff.spans;
    }

    private void compare() {
        int same = 0;
        int shorter = Math.min(before.size(), after.size());
        while (same < shorter && before.get(same).equals(after.get(same))) same++;
        int end = 0;
        while (end < shorter - same && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end)))
            end++;
        List<String> was = before.subList(same, before.size() - end);
        List<String> is = after.subList(same, after.size() - end);
        before.subList(0, same).forEach(word -> add(Change.KEPT, word));
        if (was.size() > MOST || is.size() > MOST) {
            was.forEach(word -> add(Change.REMOVED, word));
            is.forEach(word -> add(Change.ADDED, word));
        } else {
            middle(was, is);
        }
        before.subList(before.size() - end, before.size()).forEach(word -> add(Change.KEPT, word));
    }

    /** By the longest common subsequence. */
    private void middle(List<String> was, List<String> is) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                add(Change.KEPT, was.get(i++));
                j++;
            } else if (j == is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(Change.REMOVED, was.get(i++));
            } else {
                add(Change.ADDED, is.get(j++));
            }
        }
    }

    private void add(Change change, String word) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).change() == change) {
            spans.set(last, new Span(change, spans.get(last).text() + word));
        } else if (!word.isEmpty()) {
            spans.add(new Span(change, word));
        }
    }
}
