package org.councilregistry.api.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.councilregistry.schema.Facet;
import org.councilregistry.schema.FacetOption;
import org.jspecify.annotations.Nullable;

/** Counts by which a search can be narrowed. */
final class Facets {
    private static final int MOST = 20;
    /** The values of each facet in a part of the index: read once, because they are kept compressed. */
    private final Cache<IndexReader.CacheKey, Map<String, @Nullable String[]>> values =
            Caffeine.newBuilder().weakKeys().build();

    /** What a value is called. */
    interface Labels {
        /** The label of a facet's value. */
        String of(String facet, String value);
    }

    /** Counts the values of facets over all that a query matches: how often each value was met, by facet. */
    CollectorManager<Collector, Map<String, Map<String, Long>>> counting(List<String> facets) {
        return new CollectorManager<>() {
            @Override
            public Collector newCollector() {
                return new Counting(facets);
            }

            @Override
            public Map<String, Map<String, Long>> reduce(Collection<Collector> parts) throws IOException {
                Map<String, Map<String, Long>> counts = new HashMap<>();
                facets.forEach(facet -> counts.put(facet, new HashMap<>()));
                for (Collector part : parts) {
                    for (Counted counted : ((Counting) part).counted) {
                        counted.into(Objects.requireNonNull(counts.get(counted.name())));
                    }
                }
                return counts;
            }
        };
    }

    private final class Counting extends SimpleCollector {
        private final List<String> facets;
        private final List<Counted> counted = new ArrayList<>();
        private Counted[] here = {};

        Counting(List<String> facets) {
            this.facets = facets;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            here = new Counted[facets.size()];
            for (int f = 0; f < here.length; f++) {
                String facet = facets.get(f);
                SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet);
                here[f] =
                        new Counted(facet, values, new long[(int) values.getValueCount()], names(leaf, facet, values));
            }
            counted.addAll(List.of(here));
        }

        @Override
        public void collect(int doc) throws IOException {
            for (Counted facet : here) facet.count(doc);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private @Nullable String[] names(LeafReaderContext leaf, String facet, SortedSetDocValues values) {
        IndexReader.CacheHelper part = leaf.reader().getCoreCacheHelper();
        int count = (int) values.getValueCount();
        if (part == null) return new String[count];
        return this.values
                .get(part.getKey(), key -> new ConcurrentHashMap<>())
                .computeIfAbsent(facet, name -> new String[count]);
    }

    /** A facet's values in one part of the index, and how often each was met. */
    private record Counted(
            String name,
            SortedSetDocValues values,
            long[] met,
            @Nullable String[] names) {
        void count(int doc) throws IOException {
            if (!values.advanceExact(doc)) return;
            for (int i = 0; i < values.docValueCount(); i++) met[(int) values.nextOrd()]++;
        }

        void into(Map<String, Long> counts) throws IOException {
            for (int ord = 0; ord < met.length; ord++) {
                if (met[ord] > 0) counts.merge(value(ord), met[ord], Long::sum);
            }
        }

        private String value(int ord) throws IOException {
            String known = names[ord];
            if (known != null) return known;
            String read = values.lookupOrd(ord).utf8ToString();
            names[ord] = read;
            return read;
        }
    }

    /** A facet as it is shown: the most frequent values first; selected ones never vanish. */
    static Facet shown(String name, Map<String, Long> counts, List<String> selected, Labels labels) {
        List<FacetOption> options = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(e -> options.add(new FacetOption(
                        e.getKey(), labels.of(name, e.getKey()), e.getValue(), selected.contains(e.getKey()))));
        for (String value : selected) {
            if (options.stream().noneMatch(o -> o.value().equals(value))) {
                options.add(new FacetOption(value, labels.of(name, value), counts.getOrDefault(value, 0L), true));
            }
        }
        return new Facet(name, labels.of("facet", name), options);
    }
}
