package org.councilregistry.api.search;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.html.Html;
import org.councilregistry.api.html.Query;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Facet;
import org.councilregistry.schema.FacetOption;
import org.councilregistry.schema.Hit;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.SearchPage;
import org.jspecify.annotations.Nullable;

/** The page on which a noun is searched: what was found, what it is narrowed by, and by what it could be. */
public final class Discover {
    /** What stands in the address of such a page, the cursor apart. */
    static final List<String> KNOWN = List.of("q", "phase", "service", "benefitArea", "organisation", "tag", "sort");

    private static final List<String> SORTS = List.of("relevance", "newest", "confirmed");

    private final Searcher searcher;
    private final SearchDao dao;

    /** Searches by this and names organisations by the Dao. */
    public Discover(Searcher searcher, SearchDao dao) {
        this.searcher = searcher;
        this.dao = dao;
    }

    /**
     * Something by which the list is or could be narrowed.
     *
     * @param facet what kind of thing: {@code phase}
     * @param value the thing: {@code alpha}
     * @param label what it is called, in English
     * @param count how many there are
     * @param chosen whether the list is narrowed by it
     * @param query the list with it, or without it where it is chosen
     */
    public record Choice(String facet, String value, String label, long count, boolean chosen, String query) {}

    /** The choices of one kind. */
    public record Group(String facet, List<Choice> choices) {}

    /** An order of the list. */
    public record Order(String name, boolean current, String query) {}

    /**
     * The page.
     *
     * @param noun what is searched: {@code initiatives}
     * @param q the words
     * @param query what the list is narrowed by, as it stands behind its address
     * @param next the next page, as it stands behind the list's address
     * @param first whether this is the first page
     */
    public record Found(
            String noun,
            String q,
            long total,
            List<Hit> hits,
            List<Group> groups,
            List<Order> orders,
            String query,
            @Nullable String next,
            boolean first) {
        /** What the list is narrowed by. */
        public List<Choice> chosen() {
            return groups.stream()
                    .flatMap(g -> g.choices().stream())
                    .filter(Choice::chosen)
                    .toList();
        }
    }

    /** The page of a noun, {@code initiative}, whose list is at {@code /initiatives}. */
    public Html page(String type, SearchRequest request, UriInfo uri, Caller caller) {
        SearchPage page = search(type, request, caller);
        Query query = Query.of(uri.getQueryParameters(), KNOWN);
        UnaryOperator<String> organisations = names(page);
        List<Group> groups = page.facets().stream()
                .filter(f -> !f.name().equals("type"))
                .map(f -> new Group(f.name(), choices(f, query, organisations)))
                .filter(g -> !g.choices().isEmpty())
                .toList();
        Long total = page.total();
        Found found = new Found(
                type + "s",
                request.q == null ? "" : request.q,
                total == null ? 0 : total,
                page.items(),
                groups,
                orders(request, query),
                query.text(),
                page.next() == null ? null : query.with("cursor", page.next()).text(),
                request.cursor == null);
        return Html.of("search/discover", found);
    }

    private static List<Choice> choices(Facet facet, Query query, UnaryOperator<String> organisations) {
        boolean organisation = facet.name().equals("organisation");
        List<Choice> choices = new ArrayList<>();
        for (FacetOption option : facet.options()) {
            String label = organisation ? organisations.apply(option.value()) : option.label();
            Query to = option.selected()
                    ? query.without(facet.name(), option.value())
                    : query.and(facet.name(), option.value());
            choices.add(new Choice(facet.name(), option.value(), label, option.count(), option.selected(), to.text()));
        }
        return choices;
    }

    private SearchPage search(String type, SearchRequest request, Caller caller) {
        request.type = List.of(type);
        request.total = true;
        return searcher.search(request, caller);
    }

    private static List<Order> orders(SearchRequest request, Query query) {
        return SORTS.stream()
                .map(s -> new Order(
                        s, s.equals(request.sort), query.with("sort", s).text()))
                .toList();
    }

    /** What organisations are called, by their slugs. */
    private UnaryOperator<String> names(SearchPage page) {
        List<String> slugs = page.facets().stream()
                .filter(f -> f.name().equals("organisation"))
                .flatMap(f -> f.options().stream().map(FacetOption::value))
                .toList();
        if (slugs.isEmpty()) return slug -> slug;
        Map<String, String> names = dao.organisations(slugs).stream()
                .collect(Collectors.toMap(
                        OrganisationRef::slug, OrganisationRef::name, (a, b) -> a, LinkedHashMap::new));
        return slug -> names.getOrDefault(slug, slug);
    }

    /** All that a request finds, read while it is taken along; ordered by relevance, the best thousand. */
    Iterable<SearchDao.Line> all(String type, SearchRequest request, Caller caller) {
        if (request.q == null && request.sort.equals("relevance")) request.sort = "newest";
        request.whole = !request.sort.equals("relevance");
        request.limit = 100;
        SearchPage first = search(type, request, caller);
        return () -> Stream.iterate(Optional.of(first), Optional::isPresent, page -> {
                    request.cursor =
                            page.flatMap(p -> Optional.ofNullable(p.next())).orElse(null);
                    return request.cursor == null ? Optional.empty() : Optional.of(search(type, request, caller));
                })
                .flatMap(page -> lines(page.orElseThrow().items(), caller).stream())
                .iterator();
    }

    /** The newest of what a request finds. */
    List<SearchDao.Line> newest(String type, SearchRequest request, Caller caller) {
        request.sort = "newest";
        request.limit = 50;
        return lines(search(type, request, caller).items(), caller);
    }

    private List<SearchDao.Line> lines(List<Hit> hits, Caller caller) {
        Map<UUID, SearchDao.Line> read = dao.lines(hits.stream().map(Hit::id).toList(), caller).stream()
                .collect(Collectors.toMap(SearchDao.Line::id, e -> e));
        return hits.stream().map(h -> read.get(h.id())).filter(Objects::nonNull).toList();
    }
}
