package org.councilregistry.api.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * @param ids the initiatives that share the heaviest words with the draft, best first
     * @param compared how many initiatives the caller may see
     */
    public record Proposed(List<UUID> ids, long compared) {}

    /** Lets what this node has taken over just now be proposed, too. */
    public void refresh() {
        index.refresh();
    }

    /** Proposes initiatives for a text with these stems, each with its weight. */
    public Proposed of(Map<String, Float> words, Caller caller, int most) {
        return index.searchLately(searcher -> propose(searcher, words, caller, most));
    }

    private static Proposed propose(IndexSearcher searcher, Map<String, Float> words, Caller caller, int most)
            throws IOException {
        BooleanQuery seen = new BooleanQuery.Builder()
                .add(Visible.to(caller), Occur.FILTER)
                .add(new TermQuery(new Term(Documents.TYPE, "initiative")), Occur.FILTER)
                .build();
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(seen, Occur.FILTER);
        words.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TERMS)
                .forEach(word -> query.add(
                        new BoostQuery(new TermQuery(new Term(Documents.ALL, word.getKey())), word.getValue()),
                        Occur.SHOULD));
        query.setMinimumNumberShouldMatch(1);
        List<UUID> ids = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc doc : searcher.search(query.build(), most).scoreDocs) {
            ids.add(UUID.fromString(stored.document(doc.doc).get(Documents.ID)));
        }
        return new Proposed(ids, searcher.count(seen));
    }
}
