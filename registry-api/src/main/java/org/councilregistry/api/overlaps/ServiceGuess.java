package org.councilregistry.api.overlaps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What a service is called, as stems with how much each tells; the more telling, the rarer it is among all names. */
    private record Name(ServiceRef service, Set<String> stems) {}

    private record Vocabulary(Map<String, List<Name>> names, Map<String, Double> rarity) {
        static Vocabulary of(List<Service> services) {
            Map<String, List<Name>> names = new HashMap<>();
            Map<String, Set<ServiceRef>> sayIt = new HashMap<>();
            List<Service> valid =
                    services.stream().filter(s -> s.validTo() == null).toList();
            for (Service service : valid) {
                ServiceRef ref = new ServiceRef(service.code(), service.label());
                Stream.concat(Stream.of(service.label()), service.synonyms().stream())
                        .forEach(words -> {
                            Name name = new Name(ref, stems(words));
                            for (String stem : name.stems()) {
                                names.computeIfAbsent(stem, s -> new ArrayList<>())
                                        .add(name);
                                sayIt.computeIfAbsent(stem, s -> new HashSet<>())
                                        .add(ref);
                            }
                        });
            }
            Map<String, Double> rarity = new HashMap<>();
            sayIt.forEach((stem, refs) -> rarity.put(stem, Math.log(1 + (double) valid.size() / refs.size())));
            return new Vocabulary(names, rarity);
        }

        /** How much of a name the text says. */
        private double fit(Name name, Set<String> text) {
            double all = 0;
            double said = 0;
            int times = 0;
            for (String stem : name.stems()) {
                double rare = rarity.getOrDefault(stem, 0.0);
                all += rare;
                if (!text.contains(stem)) continue;
                said += rare;
                times++;
            }
            boolean thin = name.stems().size() > 1 && times < 2;
            return thin || all == 0 ? 0 : said / all;
        }
    }

    private static Set<String> stems(String text) {
        return Words.of(text).stream().map(Words.Word::stem).collect(Collectors.toSet());
    }

    List<ServiceRef> of(Set<String> text) {
        Vocabulary all = Objects.requireNonNull(vocabulary.get("all"));
        Set<Name> touched = new HashSet<>();
        text.forEach(stem -> touched.addAll(all.names().getOrDefault(stem, List.of())));
        Map<ServiceRef, Double> fits = new HashMap<>();
        for (Name name : touched) {
            double fit = all.fit(name, text);
            if (fit >= ENOUGH) fits.merge(name.service(), fit, Math::max);
        }
        return fits.entrySet().stream()
                .sorted(Map.Entry.<ServiceRef, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(e -> e.getKey().code()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
