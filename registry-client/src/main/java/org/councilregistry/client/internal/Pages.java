package org.councilregistry.client.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.councilregistry.client.RegistryException;
import org.jspecify.annotations.Nullable;

/** All records of a list, fetched page by page as they are asked for. */
public final class Pages<T> implements Iterator<T> {
    /** A page: its records, and the cursor of the next one. */
    public record Part<T>(List<T> items, @Nullable String next) {}

    private final Function<@Nullable String, Part<T>> fetch;
    private final Deque<T> ready = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String cursor;
    private boolean more = true;

    private Pages(Function<@Nullable String, Part<T>> fetch) {
        this.fetch = fetch;
    }

    /** A lazy stream over all pages. */
    public static <T> Stream<T> stream(Function<@Nullable String, Part<T>> fetch) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages<>(fetch), traits), false);
    }

    /** What is thrown rather than to read the same for ever. */
    public static RegistryException repeated() {
        return new RegistryException("the registry gives the same page again and again", null, false);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && more) fetch();
        return !ready.isEmpty();
    }

    private void fetch() {
        Part<T> page = fetch.apply(cursor);
        if (page.next() != null && !seen.add(page.next())) throw repeated();
        ready.addAll(page.items());
        cursor = page.next();
        more = cursor != null;
    }

    @Override
    public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        return ready.remove();
    }
}
