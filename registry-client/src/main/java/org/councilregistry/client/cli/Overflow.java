package org.councilregistry.client.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is longer than its field: cut there between sentences, and carried on whole in {@code problem}. */
final class Overflow {
    private final StringBuilder carried = new StringBuilder();
    private final List<String> notes = new ArrayList<>();

    /** As much of a text as its member takes. */
    @Nullable
    String fit(String member, @Nullable String text) {
        if (text == null) return null;
        int most = Members.TEXTS.getOrDefault(member, Integer.MAX_VALUE);
        String line = member.equals("title") ? text.replaceAll("\\s+", " ") : text;
        if (line.length() <= most) return line;
        carry(member, text);
        return cut(line, most);
    }

    /** As many elements of a list as its member takes. */
    List<String> fit(String member, List<String> elements, Members.Limits limits) {
        List<String> fitting = elements.stream()
                .filter(element -> element.length() <= limits.length())
                .limit(limits.elements())
                .toList();
        if (fitting.size() < elements.size()) carry(member, member + ": " + String.join("; ", elements));
        return fitting;
    }

    private void carry(String member, String text) {
        carried.append("\n\n").append(text);
        notes.add(member + " carried on in problem");
    }

    /** The problem with everything that found no room elsewhere. */
    @Nullable
    String problem(@Nullable String problem) {
        String whole = (problem == null ? carried.toString() : problem + carried).strip();
        if (whole.isEmpty()) return null;
        int most = Members.TEXTS.getOrDefault("problem", Integer.MAX_VALUE);
        if (whole.length() <= most) return whole;
        notes.add("problem cut at " + most + " characters");
        return cut(whole, most);
    }

    void note(String note) {
        notes.add(note);
    }

    List<String> notes() {
        return notes;
    }

    /** The text up to the last sentence that fits, or the last word. */
    private static String cut(String text, int most) {
        String head = text.substring(0, most - 1);
        int sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf(".\n"));
        if (sentence > most / 2) return head.substring(0, sentence + 1);
        int word = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
        String whole = head.substring(0, word > most / 2 ? word : head.length()).strip();
        boolean torn = Character.isHighSurrogate(whole.charAt(whole.length() - 1));
        return (torn ? whole.substring(0, whole.length() - 1) : whole) + "\u2026";
    }
}
