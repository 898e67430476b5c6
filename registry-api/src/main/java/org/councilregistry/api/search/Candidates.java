package org.councilregistry.api.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.councilregistry.api.platform.Caller;

/** What the index proposes for comparison with a draft. */
public final class Candidates {
    private static final int TERMS = 25;

    private final SearchIndex index;

    /** Proposes from this index. */
    public Candidates(SearchIndex index) {
        this.index = index;
    }

    /**
     * What was proposed.
     *
     * @param ids the initiatives that share the rarest words with the draft, best first
     * @param compared how many initiatives the caller may see
     * @param rarity the inverse document frequency of a stem
     */
    public record Proposed(List<UUID> ids, long compared, ToDoubleFunction<String> rarity) {}

    /** Proposes initiatives for a draft with these words. */
    public Proposed of(Map<String, Integer> words, Caller caller, int most) {
        return index.search(searcher -> propose(searcher, words, caller, most));
    }

    private static Proposed propose(IndexSearcher searcher, Map<String, Integer> words, Caller caller, int most)
            throws IOException {
        BooleanQuery seen = new BooleanQuery.Builder()
                .add(Visible.to(caller), Occur.FILTER)
                .add(new TermQuery(new Term(Documents.TYPE, "initiative")), Occur.FILTER)
                .build();
        int all = Math.max(1, searcher.getIndexReader().getDocCount(Documents.ALL));
        Map<String, Double> rarity = new HashMap<>();
        for (String stem : words.keySet()) {
            int docs = searcher.getIndexReader().docFreq(new Term(Documents.ALL, stem));
            rarity.put(stem, Math.log(1 + (double) all / (1 + docs)));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(seen, Occur.FILTER);
        words.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Integer> word) ->
                                rarity.getOrDefault(word.getKey(), 0.0) * (1 + Math.log(word.getValue())))
                        .reversed())
                .limit(TERMS)
                .forEach(word -> query.add(
                        new BoostQuery(new TermQuery(new Term(Documents.ALL, word.getKey())), (float)
                                (1 + Math.log(word.getValue()))),
                        Occur.SHOULD));
        query.setMinimumNumberShouldMatch(1);
        List<UUID> ids = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc doc : searcher.search(query.build(), most).scoreDocs) {
            ids.add(UUID.fromString(stored.document(doc.doc).get(Documents.ID)));
        }
        double rarest = Math.log(1 + all);
        return new Proposed(ids, searcher.count(seen), stem -> rarity.getOrDefault(stem, rarest));
    }
}
