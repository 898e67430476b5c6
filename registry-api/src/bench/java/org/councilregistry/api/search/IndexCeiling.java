package org.councilregistry.api.search;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.FSDirectory;
import org.councilregistry.api.platform.Caller;

/** The ceiling {@code lucene}: what the service asks its index for, as calls of the library on the same files. */
public final class IndexCeiling implements AutoCloseable {
    private static final Caller ANYBODY = Caller.anonymous(new Caller.Request("bench", null, null));

    private static final CollectorManager<Counting, Long> COUNT = new CollectorManager<>() {
        @Override
        public Counting newCollector() {
            return new Counting(Documents.FACETS);
        }

        @Override
        public Long reduce(Collection<Counting> parts) {
            return parts.stream().mapToLong(Counting::counted).sum();
        }
    };

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Opens what the service has made durable of its index. */
    public IndexCeiling(Path folder) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(folder));
        searcher = new IndexSearcher(reader);
    }

    /** The best twenty for some words, and the counts of every facet; returns how many values were counted. */
    public long search(String words) throws IOException {
        Query query = Queries.narrowed(Queries.words(words, LocalDate.now(ZoneOffset.UTC)), ANYBODY, Map.of(), "");
        return searcher.search(query, 20).scoreDocs.length + searcher.search(query, COUNT);
    }

    /** The best ten that are like a text, by the library's own more-like-this; returns how many there are. */
    public long alike(String text) throws IOException {
        MoreLikeThis alike = new MoreLikeThis(reader);
        alike.setAnalyzer(Words.TEXT);
        alike.setFieldNames(new String[] {Documents.ALL});
        alike.setMinTermFreq(1);
        Query query = new BooleanQuery.Builder()
                .add(alike.like(Documents.ALL, new StringReader(text)), Occur.MUST)
                .add(Visible.to(ANYBODY), Occur.FILTER)
                .build();
        return searcher.search(query, 10).scoreDocs.length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts the values of facets over what a query matches. */
    private static final class Counting extends SimpleCollector {
        private final List<String> facets;
        private final SortedSetDocValues[] values;
        private final long[][] met;
        private long counted;

        Counting(List<String> facets) {
            this.facets = facets;
            this.values = new SortedSetDocValues[facets.size()];
            this.met = new long[facets.size()][];
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            for (int f = 0; f < values.length; f++) {
                values[f] = DocValues.getSortedSet(leaf.reader(), facets.get(f));
                met[f] = new long[(int) values[f].getValueCount()];
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            for (int f = 0; f < values.length; f++) {
                if (!values[f].advanceExact(doc)) continue;
                for (int i = 0; i < values[f].docValueCount(); i++) met[f][(int) values[f].nextOrd()]++;
                counted++;
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        long counted() {
            return counted;
        }
    }
}
