package org.councilregistry.api.platform;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;

/**
 * Many records, written one after the other as the operation produces them: {@code text/csv}, or {@code application/jsonl},
 * a JSON object a line. Each is disclosed like a single record. Neither the service nor the database keeps more than a
 * hundred of them at a time.
 *
 * @param name what they are, for the name of the file: {@code initiatives}
 * @param type what each of them is
 * @param items the records, read while they are written
 * @param open whether the public may have them, under the open licence
 */
public record Rows<T>(String name, Class<T> type, Iterable<T> items, boolean open) {
    /** Under which licence the public takes records along: the Open Government Licence v3.0. */
    public static final String LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    /** The media type of CSV. */
    public static final String CSV = "text/csv";

    /** The media type of JSON Lines. */
    public static final String LINES = "application/jsonl";

    /** How many are read at a time. */
    static final int BATCH = 100;

    /** Records that the public may have. */
    public Rows(String name, Class<T> type, Iterable<T> items) {
        this(name, type, items, true);
    }

    /** Reads the next records of a list in order of keys. */
    public interface Batches<K, T> {
        /** So many records at most, behind this key. */
        List<T> after(K key, int limit);
    }

    /** A whole list in order of ids. */
    public static <T> Rows<T> all(String name, Class<T> type, Function<T, UUID> id, Batches<UUID, T> batches) {
        return new Rows<>(name, type, walk(new UUID(0, 0), id, batches));
    }

    /** A whole list, in order of keys. Each batch is a statement of its own: a slow reader holds no connection. */
    public static <K, T> Iterable<T> walk(K before, Function<T, K> key, Batches<K, T> batches) {
        return () -> new Walk<>(before, key, batches);
    }

    private static final class Walk<K, T> implements Iterator<T> {
        private final Function<T, K> key;
        private final Batches<K, T> batches;
        private Iterator<T> batch;
        private K last;
        private boolean ended;

        Walk(K before, Function<T, K> key, Batches<K, T> batches) {
            this.key = key;
            this.batches = batches;
            this.last = before;
            this.batch = read();
        }

        private Iterator<T> read() {
            List<T> read = batches.after(last, BATCH);
            ended = read.size() < BATCH;
            if (!read.isEmpty()) last = key.apply(read.get(read.size() - 1));
            return read.iterator();
        }

        @Override
        public boolean hasNext() {
            if (!batch.hasNext() && !ended) batch = read();
            return batch.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) throw new NoSuchElementException();
            return batch.next();
        }
    }
}
