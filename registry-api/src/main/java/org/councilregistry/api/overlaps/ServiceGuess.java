package org.councilregistry.api.overlaps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.councilregistry.api.search.Words;
import org.councilregistry.api.services.ServiceDao;
import org.councilregistry.schema.Service;
import org.councilregistry.schema.ServiceRef;

/** Which services a text seems to be about: those whose label or synonyms it shares rare words with. */
final class ServiceGuess {
    private static final int MOST = 3;
    private static final double ENOUGH = 0.6;

    private final LoadingCache<String, Vocabulary> vocabulary;

    ServiceGuess(ServiceDao dao) {
        vocabulary = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(Duration.ofSeconds(30))
                .build(all -> Vocabulary.of(dao.all()));
    }

    private record Entry(ServiceRef ref, List<Set<String>> names) {}

    private record Vocabulary(List<Entry> entries, Map<String, Integer> frequency) {
        static Vocabulary of(List<Service> services) {
            Map<String, Integer> frequency = new HashMap<>();
            List<Entry> entries = services.stream()
                    .filter(s -> s.validTo() == null)
                    .map(s -> {
                        List<Set<String>> names = new java.util.ArrayList<>(List.of(stems(s.label())));
                        s.synonyms().forEach(synonym -> names.add(stems(synonym)));
                        Set<String> all = new HashSet<>();
                        names.forEach(all::addAll);
                        all.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
                        return new Entry(new ServiceRef(s.code(), s.label()), names);
                    })
                    .toList();
            return new Vocabulary(entries, frequency);
        }

        private double rarity(String stem) {
            return Math.log(1 + (double) entries.size() / frequency.getOrDefault(stem, 1));
        }

        /** How much of the best-fitting name of a service the text says. */
        private double fit(Entry entry, Set<String> text) {
            double best = 0;
            for (Set<String> name : entry.names()) {
                double all = 0;
                double said = 0;
                for (String stem : name) {
                    all += rarity(stem);
                    if (text.contains(stem)) said += rarity(stem);
                }
                boolean thin =
                        name.size() > 1 && name.stream().filter(text::contains).count() < 2;
                if (all > 0 && !thin) best = Math.max(best, said / all);
            }
            return best;
        }
    }

    private static Set<String> stems(String text) {
        return Words.of(text).stream().map(Words.Word::stem).collect(Collectors.toSet());
    }

    List<ServiceRef> of(Set<String> text) {
        Vocabulary all = Objects.requireNonNull(vocabulary.get("all"));
        Map<Entry, Double> fits = new HashMap<>();
        for (Entry entry : all.entries()) {
            double fit = all.fit(entry, text);
            if (fit >= ENOUGH) fits.put(entry, fit);
        }
        return fits.entrySet().stream()
                .sorted(Map.Entry.<Entry, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(e -> e.getKey().ref().code()))
                .limit(MOST)
                .map(e -> e.getKey().ref())
                .toList();
    }
}
