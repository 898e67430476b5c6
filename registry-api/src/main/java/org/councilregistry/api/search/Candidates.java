package org.councilregistry.api.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.councilregistry.api.platform.Caller;

/** What the index proposes for comparison with a draft. */
public final class Candidates {
    private final SearchIndex index;
    /** How much could be found lately, in one state of the index, by whom. */
    private final Cache<Count, Long> counts = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private record Count(IndexReader.CacheKey state, Query seen) {}

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

    private Proposed propose(IndexSearcher searcher, Map<String, Float> words, Caller caller, int most)
            throws IOException {
        Query visible = Visible.to(caller);
        Query initiatives = new TermQuery(new Term(Documents.TYPE, "initiative"));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach((stem, weight) ->
                any.add(new BoostQuery(new TermQuery(new Term(Documents.ALL, stem)), weight), Occur.SHOULD));
        // a query of its own, and how many there are is not asked: so Lucene leaves out what cannot be among the best
        Query query = new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(visible, Occur.FILTER)
                .add(initiatives, Occur.FILTER)
                .build();
        ScoreDoc[] best = searcher.search(query, new TopScoreDocCollectorManager(most, null, most)).scoreDocs;
        return new Proposed(HitIds.of(searcher, best), compared(searcher, visible, initiatives));
    }

    private long compared(IndexSearcher searcher, Query visible, Query initiatives) throws IOException {
        Query seen = new BooleanQuery.Builder()
                .add(visible, Occur.FILTER)
                .add(initiatives, Occur.FILTER)
                .build();
        IndexReader.CacheKey state =
                searcher.getIndexReader().getReaderCacheHelper().getKey();
        Long known = counts.getIfPresent(new Count(state, seen));
        if (known != null) return known;
        long counted = searcher.count(seen);
        counts.put(new Count(state, seen), counted);
        return counted;
    }
}
