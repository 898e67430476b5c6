package org.councilregistry.api.html;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param id its element
 * @param name what the form sends it as
 * @param label what it asks for
 * @param hint how to answer
 * @param error what was wrong with the answer
 */
public record Field(
        String id,
        String name,
        String label,
        @Nullable String hint,
        @Nullable String error) {
    /** The elements that say more about it; null if there are none. */
    public @Nullable String describedBy() {
        String all = Stream.of(hint == null ? "" : id + "-hint", error == null ? "" : id + "-error")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
