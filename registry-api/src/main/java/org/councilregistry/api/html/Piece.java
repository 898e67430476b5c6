package org.councilregistry.api.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.councilregistry.schema.Mark;

/**
 * A part of a text.
 *
 * @param text the part
 * @param marked whether it is one of those that matter
 */
public record Piece(String text, boolean marked) {
    /** A text cut at its marks. */
    public static List<Piece> of(String text, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::from)).toList()) {
            if (mark.from() < at || mark.to() > text.length()) continue;
            if (mark.from() > at) pieces.add(new Piece(text.substring(at, mark.from()), false));
            pieces.add(new Piece(text.substring(mark.from(), mark.to()), true));
            at = mark.to();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
        return pieces;
    }

    /** A text with each of these terms marked, wherever it stands. */
    public static List<Piece> marking(String text, Iterable<String> terms) {
        List<Mark> marks = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) return of(text, List.<Mark>of());
        for (String term : terms) {
            String sought = term.toLowerCase(Locale.ROOT);
            if (sought.isBlank()) continue;
            for (int from = lower.indexOf(sought); from >= 0; from = lower.indexOf(sought, from + sought.length())) {
                marks.add(new Mark(from, from + sought.length()));
            }
        }
        return of(text, marks);
    }
}
