package org.councilregistry.schema;

import java.util.List;

/**
 * Where the words that were looked for stand in a text.
 *
 * @param field the member's name
 * @param text a piece of its text
 * @param marks the ranges that match
 */
public record Highlight(String field, String text, List<Mark> marks) {
    /** Strips texts; an absent list is an empty one. */
    public Highlight {
        field = Lists.required(field);
        text = Lists.required(text);
        marks = Lists.of(marks);
    }
}
