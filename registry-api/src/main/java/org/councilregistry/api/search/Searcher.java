package org.councilregistry.api.search;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Facet;
import org.councilregistry.schema.Highlight;
import org.councilregistry.schema.Hit;
import org.councilregistry.schema.SearchPage;
import org.councilregistry.schema.Suggestion;
import org.councilregistry.schema.Suggestions;
import org.jspecify.annotations.Nullable;

/** Finds, counts and shows. */
public final class Searcher {
    private static final int DEEPEST = 1_000;

    private final SearchIndex index;
    private final SearchDao dao;
    private final ServiceLookup services;
    private final Cursor cursors;
    private final InstantSource clock;
    private final Facets facets = new Facets();
    /** How words of ours, which are few, are shown. */
    private final Map<String, String> labels = new ConcurrentHashMap<>();

    /** Searches this index and shows what these Daos read. */
    public Searcher(SearchIndex index, SearchDao dao, ServiceLookup services, Cursor cursors) {
        this.index = index;
        this.dao = dao;
        this.services = services;
        this.cursors = cursors;
        this.clock = InstantSource.system();
    }

    /** What was found in the index, before it is read from the database. */
    private record Found(
            List<UUID> ids, @Nullable String next, @Nullable Long total, List<Facet> facets) {}

    /** One page of hits with facets. */
    public SearchPage search(SearchRequest request, Caller caller) {
        int limit = request.checkedLimit();
        Query words = Queries.words(request.q, LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")));
        Asked asked = new Asked(request, words, caller, limit);
        Found found = index.search(searcher -> find(searcher, asked));
        Map<UUID, SearchDao.Shown> entries =
                dao.shown(found.ids(), caller).stream().collect(Collectors.toMap(SearchDao.Shown::id, e -> e));
        Set<String> stems = request.q == null
                ? Set.of()
                : Words.of(request.q).stream().map(Words.Word::stem).collect(Collectors.toSet());
        List<Hit> hits = hits(
                found.ids().stream().map(entries::get).filter(Objects::nonNull).toList(), stems, caller);
        return new SearchPage(hits, found.next(), found.total(), found.facets());
    }

    /** The newest of one kind of record, with facets over all of them. */
    public SearchPage newest(String type, int limit, Caller caller) {
        SearchRequest request = new SearchRequest();
        request.type = List.of(type);
        request.sort = "newest";
        request.limit = limit;
        return search(request, caller);
    }

    /** What is looked for, by whom. */
    private record Asked(SearchRequest request, Query words, Caller caller, int limit) {}

    private Found find(IndexSearcher searcher, Asked asked) throws IOException {
        SearchRequest request = asked.request();
        int limit = asked.limit();
        Map<String, List<String>> selected = request.selected();
        Query query = Queries.narrowed(asked.words(), asked.caller(), selected, "");
        String key = cursors.read(request.list(), request.cursor);
        Sort sort = Queries.order(request.sort);
        List<String> free =
                Documents.FACETS.stream().filter(f -> !selected.containsKey(f)).toList();
        Object[] results = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopFieldCollectorManager(
                                sort, limit + 1, after(key, request.sort), request.total ? Integer.MAX_VALUE : 1000),
                        facets.counting(free)));
        TopFieldDocs top = (TopFieldDocs) results[0];
        @SuppressWarnings("unchecked") // that is what the second collector makes
        Map<String, Map<String, Long>> counts = (Map<String, Map<String, Long>>) results[1];
        List<UUID> ids = HitIds.of(searcher, Arrays.copyOf(top.scoreDocs, Math.min(limit, top.scoreDocs.length)));
        int depth = depth(key) + ids.size();
        boolean more = top.scoreDocs.length > limit && (request.whole || depth < DEEPEST);
        String next = more ? cursors.write(request.list(), key(top.scoreDocs[limit - 1], depth)) : null;
        Long total = request.total ? (Long) top.totalHits.value : null;
        return new Found(ids, next, total, facets(searcher, asked, selected, counts));
    }

    /** The counts of each facet, with its own selection lifted, so that another value can be chosen. */
    private List<Facet> facets(
            IndexSearcher searcher,
            Asked asked,
            Map<String, List<String>> selected,
            Map<String, Map<String, Long>> counts)
            throws IOException {
        for (String facet : selected.keySet()) {
            Query lifted = Queries.narrowed(asked.words(), asked.caller(), selected, facet);
            counts.putAll(searcher.search(lifted, facets.counting(List.of(facet))));
        }
        return Documents.FACETS.stream()
                .map(f -> Facets.shown(
                        f, counts.getOrDefault(f, Map.of()), selected.getOrDefault(f, List.of()), this::label))
                .toList();
    }

    private String label(String facet, String value) {
        if (facet.equals("service")) {
            String label = services.label(value);
            if (label != null) return label;
        }
        if (facet.equals("organisation") || facet.equals("tag") || facet.equals("service")) return value;
        return labels.computeIfAbsent(value, Searcher::spelt);
    }

    private static String spelt(String word) {
        String words = word.replaceAll("([A-Z])", " $1").replace('-', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String key(ScoreDoc doc, int depth) {
        Object[] fields = ((FieldDoc) doc).fields;
        return depth + " " + fields[0] + " " + fields[1] + " " + fields[2];
    }

    private static int depth(@Nullable String key) {
        return key == null ? 0 : Integer.parseInt(key.substring(0, key.indexOf(' ')));
    }

    private static @Nullable FieldDoc after(@Nullable String key, String sort) {
        if (key == null) return null;
        String[] parts = key.split(" ", 4);
        Object first = sort.equals("relevance") ? (Object) Float.valueOf(parts[1]) : (Object) Long.valueOf(parts[1]);
        return new FieldDoc(
                Integer.MAX_VALUE, Float.NaN, new Object[] {first, Long.valueOf(parts[2]), Long.valueOf(parts[3])});
    }

    private List<Hit> hits(List<SearchDao.Shown> entries, Set<String> stems, Caller caller) {
        Map<UUID, List<Highlight>> marked = new HashMap<>();
        List<UUID> unmarked = new ArrayList<>();
        for (SearchDao.Shown entry : entries) {
            List<Highlight> highlights = new ArrayList<>();
            mark(highlights, "title", entry.title(), stems);
            mark(highlights, "summary", entry.summary(), stems);
            marked.put(entry.id(), highlights);
            if (highlights.isEmpty() && !stems.isEmpty()) unmarked.add(entry.id());
        }
        if (!unmarked.isEmpty()) {
            for (SearchDao.Body text : dao.bodies(unmarked, caller)) {
                mark(marked.getOrDefault(text.id(), new ArrayList<>()), "text", text.body(), stems);
            }
        }
        return entries.stream()
                .map(entry -> hit(entry, marked.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private static void mark(List<Highlight> highlights, String field, @Nullable String text, Set<String> stems) {
        Highlight highlight = Highlights.of(field, text, stems);
        if (highlight != null) highlights.add(highlight);
    }

    private static Hit hit(SearchDao.Shown entry, List<Highlight> highlights) {
        boolean body = entry.type().equals("organisation");
        return new Hit(
                entry.type(),
                entry.id(),
                entry.slug(),
                entry.title(),
                entry.summary(),
                body ? null : entry.organisation(),
                entry.phase(),
                entry.confirmedAt(),
                highlights);
    }

    /** Names that begin like what is being typed. */
    public Suggestions suggest(String typed, Caller caller) {
        if (typed.isBlank()) return new Suggestions(List.of());
        Query query = Queries.narrowed(Queries.beginning(typed), caller, Map.of(), "");
        List<UUID> ids = index.search(searcher -> HitIds.of(searcher, searcher.search(query, 20).scoreDocs));
        Map<UUID, SearchDao.Shown> entries =
                dao.shown(ids, caller).stream().collect(Collectors.toMap(SearchDao.Shown::id, e -> e));
        Set<String> told = new HashSet<>();
        return new Suggestions(ids.stream()
                .filter(entries::containsKey)
                .map(entries::get)
                .filter(e -> told.add(e.type() + e.title()))
                .limit(10)
                .map(e -> new Suggestion(e.title(), e.type(), e.slug()))
                .toList());
    }
}
