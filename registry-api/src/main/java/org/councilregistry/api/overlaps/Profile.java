package org.councilregistry.api.overlaps;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as far as it is compared.
 *
 * @param words how often each stem occurs, titles counted twice
 * @param phrases the two-word phrases, by their stems
 * @param surface how each stem is written
 * @param services codes of the services it is about
 * @param suppliers suppliers, in lower case
 * @param systems systems and technologies, in lower case
 */
record Profile(
        Map<String, Integer> words,
        Set<String> phrases,
        Map<String, String> surface,
        Set<String> services,
        Set<String> suppliers,
        Set<String> systems) {

    /** The texts and facts of a piece of work. */
    record Facts(
            @Nullable String title,
            List<String> texts,
            List<String> services,
            List<String> suppliers,
            List<String> systems) {}

    static Profile of(Facts facts) {
        Reading reading = new Reading(new HashMap<>(), new HashSet<>(), new HashMap<>());
        if (facts.title() != null) reading.add(facts.title(), 2);
        for (String text : facts.texts()) reading.add(text, 1);
        return new Profile(
                reading.words(),
                reading.phrases(),
                reading.surface(),
                Set.copyOf(facts.services()),
                lower(facts.suppliers().stream()),
                lower(facts.systems().stream()));
    }

    /** What has been read of a piece of work so far. */
    private record Reading(Map<String, Integer> words, Set<String> phrases, Map<String, String> surface) {
        void add(String text, int weight) {
            Words.Word before = null;
            for (Words.Word word : Words.of(text)) {
                words.merge(word.stem(), weight, Integer::sum);
                surface.putIfAbsent(
                        word.stem(), text.substring(word.from(), word.to()).toLowerCase(Locale.ROOT));
                boolean beside = before != null && word.from() == before.to() + 1 && text.charAt(before.to()) == ' ';
                if (before != null && beside) phrases.add(before.stem() + " " + word.stem());
                before = word;
            }
        }
    }

    private static Set<String> lower(Stream<String> names) {
        return names.map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** A phrase or word as a person would write it. */
    String written(String stems) {
        return Stream.of(stems.split(" "))
                .map(stem -> surface.getOrDefault(stem, stem))
                .collect(Collectors.joining(" "));
    }
}
