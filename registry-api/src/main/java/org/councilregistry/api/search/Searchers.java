package org.councilregistry.api.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;

/** Lets searches see what was indexed, and no more often than somebody looks. */
final class Searchers implements AutoCloseable {
    private static final long LATELY = TimeUnit.MILLISECONDS.toNanos(250);

    private final SearcherManager manager;
    /** How many changes were indexed, and up to which of them searches see. */
    private final AtomicLong changes = new AtomicLong();

    private final AtomicLong searchable = new AtomicLong();
    private volatile long refreshed = System.nanoTime();

    /** Over what this writer has indexed up to now. */
    Searchers(IndexWriter writer) throws IOException {
        manager = new SearcherManager(writer, null);
    }

    /** What a search does with a searcher. */
    interface Use<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** Notes that something was indexed; to be called afterwards, or a refresh in between would take it for searchable. */
    void changed() {
        changes.incrementAndGet();
    }

    /** Makes all that was indexed up to now searchable. */
    void refresh() {
        long now = changes.get();
        if (searchable.get() >= now) return;
        try {
            manager.maybeRefreshBlocking();
        } catch (IOException e) {
            throw unreadable(e);
        }
        refreshed = System.nanoTime();
        searchable.accumulateAndGet(now, Math::max);
    }

    /** As {@link #refresh}, unless that was done within the last quarter of a second. */
    void refreshLately() {
        if (System.nanoTime() - refreshed > LATELY) refresh();
    }

    /** Searches what was made searchable. */
    <T> T search(Use<T> use) {
        try {
            IndexSearcher searcher = manager.acquire();
            try {
                return use.of(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the search index cannot be read", e);
    }

    @Override
    public void close() throws IOException {
        manager.close();
    }
}
