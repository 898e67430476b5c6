package org.councilregistry.api.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was written lately of records that a feature gives out more than once, the very same.
 *
 * @param <R> for whom it is written: all of whom it makes no difference
 */
public final class WrittenBefore<R> {
    private final Cache<Record, Map<R, Written>> lately;
    private final int readers;

    /** Keeps what was written of so many records at most, and of each for so many readers. */
    public WrittenBefore(int records, int readers) {
        this.lately = Caffeine.newBuilder().weakKeys().maximumSize(records).build();
        this.readers = readers;
    }

    /** An answer, and the tag of what it shows. */
    public record Written(byte[] body, String tag) {}

    /** What was written of this very record for this reader, or else what is written now. */
    public Written of(Record record, R reader, Supplier<Written> write) {
        Map<R, Written> known = lately.get(record, key -> new ConcurrentHashMap<>(2));
        Written before = known.get(reader);
        if (before != null) return before;
        Written written = write.get();
        if (known.size() < readers) known.put(reader, written);
        return written;
    }
}
