package org.councilregistry.api.overlaps;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.councilregistry.api.search.Highlights;
import org.councilregistry.schema.Highlight;
import org.jspecify.annotations.Nullable;

/** The texts of a piece of work in which shared words are marked, as somebody wrote them. Pure. */
final class Marks {
    private final List<Highlights.Marked> texts;

    /** Of work with this title and summary, and the problem that people have. */
    Marks(@Nullable String title, @Nullable String summary, @Nullable String problem) {
        texts = Stream.of(
                        Highlights.read("title", title),
                        Highlights.read("summary", summary),
                        Highlights.read("problem", problem))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where words with these stems stand. */
    List<Highlight> of(Set<String> stems) {
        return texts.stream()
                .map(text -> text.of(stems))
                .filter(Objects::nonNull)
                .toList();
    }
}
