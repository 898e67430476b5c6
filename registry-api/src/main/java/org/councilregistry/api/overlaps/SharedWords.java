package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.search.Words;

/** What two texts both say that tells something: the rarest first, phrases of two words before single words. Pure. */
final class SharedWords {
    /** Words that one text in ten has tell nobody anything. */
    private static final double TELLING = 2.3;

    private final Detector detector;
    private final Said first;
    private final List<String> shared;

    private SharedWords(Detector detector, Said first, List<String> shared) {
        this.detector = detector;
        this.first = first;
        this.shared = shared.stream()
                .map(stems -> new Telling(stems, tells(stems)))
                .filter(telling -> telling.much() >= TELLING)
                .sorted(Comparator.comparingDouble(Telling::much).reversed().thenComparing(Telling::stems))
                .map(Telling::stems)
                .toList();
    }

    static SharedWords of(Said mine, Said theirs, Detector detector) {
        List<String> shared = new ArrayList<>();
        mine.phrases().stream().filter(theirs.phrases()::contains).forEach(shared::add);
        Set<String> inPhrases = shared.stream()
                .flatMap(phrase -> Stream.of(phrase.split(" ", -1)))
                .collect(Collectors.toCollection(HashSet::new));
        mine.surface().keySet().stream()
                .filter(stem -> theirs.surface().containsKey(stem) && !inPhrases.contains(stem) && stem.length() > 2)
                .forEach(shared::add);
        return new SharedWords(detector, mine, shared);
    }

    private record Telling(String stems, double much) {}

    private double tells(String stems) {
        return Stream.of(stems.split(" ", -1)).mapToDouble(detector::rarity).sum();
    }

    /** The most telling, so many at most, as the first text writes them. */
    List<String> written(int most) {
        return shared.stream().limit(most).map(first::written).toList();
    }

    /** The stems of all of it. */
    Set<String> stems() {
        return shared.stream().flatMap(stems -> Stream.of(stems.split(" ", -1))).collect(Collectors.toSet());
    }

    /** What a text says: two-word phrases by their stems, and how each stem is written. */
    record Said(Set<String> phrases, Map<String, String> surface) {
        static Said of(ComparedText text) {
            Said said = new Said(new HashSet<>(), new HashMap<>());
            if (text.title() != null) said.add(text.title());
            text.others().forEach(said::add);
            return said;
        }

        private void add(String text) {
            Words.Word before = null;
            for (Words.Word word : Words.of(text)) {
                if (FunctionWords.tellNothing(word.stem())) continue;
                surface.computeIfAbsent(word.stem(), stem -> text.substring(word.from(), word.to()));
                boolean beside = before != null && word.from() == before.to() + 1 && text.charAt(before.to()) == ' ';
                if (before != null && beside) phrases.add(before.stem() + " " + word.stem());
                before = word;
            }
        }

        private String written(String stems) {
            return Stream.of(stems.split(" ", -1))
                    .map(stem -> surface.getOrDefault(stem, stem).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
        }
    }
}
