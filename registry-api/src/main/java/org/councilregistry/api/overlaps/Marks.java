package org.councilregistry.api.overlaps;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.councilregistry.api.search.Highlights;
import org.councilregistry.schema.Highlight;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a piece of work in which shared words are marked, as somebody wrote them. Pure.
 *
 * @param title what it is called
 * @param summary what it is
 * @param problem the problem that people have
 */
record Marks(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String problem) {
    /** Where words with these stems stand. */
    List<Highlight> of(Set<String> stems) {
        return Stream.of(
                        Highlights.of("title", title, stems),
                        Highlights.of("summary", summary, stems),
                        Highlights.of("problem", problem, stems))
                .filter(Objects::nonNull)
                .toList();
    }
}
