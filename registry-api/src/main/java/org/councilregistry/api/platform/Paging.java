package org.councilregistry.api.platform;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.councilregistry.schema.Page;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public final class Paging {
    /** Where to go on: {@code next} of the page before. */
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** How many records a page has at most, 1 to 200. */
    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    /** Whether to count the whole list, too. */
    @QueryParam("total")
    @DefaultValue("false")
    boolean total;

    @Context
    @SuppressWarnings("NullAway.Init") // set by Jersey with the parameters
    UriInfo uri;

    /** How many records the page has; one more is read to know whether there is a next page. */
    public int limit() {
        if (limit < 1 || limit > 200) {
            throw ProblemException.invalid("?limit", "out-of-range", "A page has 1 to 200 records.");
        }
        return limit;
    }

    /** Whether the caller wants to know how many records the whole list has. */
    public boolean total() {
        return total;
    }

    /** The key behind which this page begins; null on the first one. */
    public @Nullable String after(Cursor cursors) {
        return cursors.read(list(), cursor);
    }

    /** As {@link #after}, for lists in order of ids; before the first id on the first page. */
    public UUID afterId(Cursor cursors) {
        String key = after(cursors);
        return key == null ? new UUID(0, 0) : UUID.fromString(key);
    }

    /** The page made of what was read: at most one record more than {@link #limit()}. */
    public <T> Page<T> page(Cursor cursors, List<T> read, Function<T, String> key, Supplier<Long> count) {
        boolean more = read.size() > limit();
        List<T> items = more ? read.subList(0, limit()) : read;
        String next = more ? cursors.write(list(), key.apply(items.get(items.size() - 1))) : null;
        return new Page<>(items, next, total ? count.get() : null);
    }

    /** Names the list: its path and every filter. */
    private String list() {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        TreeMap<String, List<String>> filters = new TreeMap<>(query);
        List.of("cursor", "limit", "total").forEach(filters::remove);
        return uri.getPath() + filters;
    }
}
