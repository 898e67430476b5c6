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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.councilregistry.api.platform.Caller;

/** What the index proposes for comparison with a draft. */
public final class Candidates {
    private static final Query INITIATIVES = new TermQuery(new Term(Documents.TYPE, "initiative"));
    private static final Query COMPONENTS = new TermQuery(new Term(Documents.TYPE, "component"));

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

    /** Proposes components, as initiatives are. */
    public List<UUID> components(Map<String, Float> words, Caller caller, int most) {
        return index.search(searcher -> best(searcher, words, seen(caller, COMPONENTS), most));
    }

    private Proposed propose(IndexSearcher searcher, Map<String, Float> words, Caller caller, int most)
            throws IOException {
        Query seen = seen(caller, INITIATIVES);
        return new Proposed(best(searcher, words, seen, most), compared(searcher, seen));
    }

    private static Query seen(Caller caller, Query noun) {
        return new BooleanQuery.Builder()
                .add(Visible.to(caller), Occur.FILTER)
                .add(noun, Occur.FILTER)
                .build();
    }

    private static List<UUID> best(IndexSearcher searcher, Map<String, Float> words, Query seen, int most)
            throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach((stem, weight) ->
                any.add(new BoostQuery(new TermQuery(new Term(Documents.ALL, stem)), weight), Occur.SHOULD));
        // a query of its own, and how many there are is not asked: so Lucene leaves out what cannot be among the best
        Query query = new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(seen, Occur.FILTER)
                .build();
        return HitIds.of(searcher, searcher.search(query, new TopScoreDocCollectorManager(most, null, most)).scoreDocs);
    }

    private long compared(IndexSearcher searcher, Query seen) throws IOException {
        IndexReader.CacheKey state =
                searcher.getIndexReader().getReaderCacheHelper().getKey();
        Long known = counts.getIfPresent(new Count(state, seen));
        if (known != null) return known;
        long counted = searcher.count(seen);
        counts.put(new Count(state, seen), counted);
        return counted;
    }
}
