package org.councilregistry.api.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.councilregistry.schema.Highlight;
import org.councilregistry.schema.Mark;
import org.jspecify.annotations.Nullable;

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

    /** A field with what was highlighted in it marked; where nothing was, the plain text. */
    public static List<Piece> of(List<Highlight> highlights, String field, @Nullable String plain) {
        for (Highlight highlight : highlights) {
            if (highlight.field().equals(field)) return of(highlight.text(), highlight.marks());
        }
        return plain == null ? List.of() : List.of(new Piece(plain, false));
    }
}
