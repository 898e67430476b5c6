package org.councilregistry.api.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.councilregistry.schema.Facet;
import org.councilregistry.schema.FacetOption;

/** Counts by which a search can be narrowed. */
final class Facets {
    private static final int MOST = 20;

    private Facets() {}

    /** What a value is called. */
    interface Labels {
        /** The label of a facet's value. */
        String of(String facet, String value);
    }

    /** Counts the values of facets over all that a query matches, in one pass. */
    static Map<String, Map<String, Long>> count(IndexSearcher searcher, Query query, List<String> facets)
            throws IOException {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            count(leaf, weight, counts);
        }
        return counts;
    }

    private static void count(LeafReaderContext leaf, Weight weight, Map<String, Map<String, Long>> counts)
            throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) return;
        List<Counted> all = new ArrayList<>();
        for (String facet : counts.keySet()) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet);
            all.add(new Counted(facet, values, new long[(int) values.getValueCount()]));
        }
        DocIdSetIterator matching = scorer.iterator();
        var live = leaf.reader().getLiveDocs();
        for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matching.nextDoc()) {
            if (live != null && !live.get(doc)) continue;
            for (Counted facet : all) facet.count(doc);
        }
        for (Counted facet : all) facet.into(Objects.requireNonNull(counts.get(facet.name())));
    }

    /** A facet's values in one part of the index, and how often each was met. */
    private record Counted(String name, SortedSetDocValues values, long[] met) {
        void count(int doc) throws IOException {
            if (!values.advanceExact(doc)) return;
            for (int i = 0; i < values.docValueCount(); i++) met[(int) values.nextOrd()]++;
        }

        void into(Map<String, Long> counts) throws IOException {
            for (int ord = 0; ord < met.length; ord++) {
                if (met[ord] > 0) counts.merge(values.lookupOrd(ord).utf8ToString(), met[ord], Long::sum);
            }
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
