package org.councilregistry.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.client.internal.Pages;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Hit;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.SearchPage;
import org.councilregistry.schema.Suggestion;
import org.councilregistry.schema.Suggestions;

/** Ranked search. */
public final class Search {
    private final Http http;

    Search(Http http) {
        this.http = http;
    }

    /** Looks for words in everything: initiatives, components, organisations. */
    public Query everything(String words) {
        return new Query(http, Map.of("q", words));
    }

    /** Looks for words in initiatives. */
    public Query initiatives(String words) {
        return new Query(http, Map.of("q", words, "type", "initiative"));
    }

    /** Looks for words in components. */
    public Query components(String words) {
        return new Query(http, Map.of("q", words, "type", "component"));
    }

    /** Completes what is being typed. */
    public List<Suggestion> suggest(String beginning) {
        String path = Call.path("/v1/search/suggest", Map.of("q", beginning));
        return http.send(Call.get(path), ClientJson.type(Suggestions.class)).items();
    }

    /** A search, narrowed step by step. */
    public static final class Query {
        private final Http http;
        private final Map<String, Object> filters;

        private Query(Http http, Map<String, Object> filters) {
            this.http = http;
            this.filters = filters;
        }

        private Query with(String name, Object... values) {
            Map<String, Object> more = new LinkedHashMap<>(filters);
            List<Object> all = new ArrayList<>();
            if (more.get(name) instanceof List<?> before) all.addAll(before);
            all.addAll(List.of(values));
            more.put(name, all);
            return new Query(http, more);
        }

        /** Only work in one of these phases. */
        public Query phase(Phase... phases) {
            return with("phase", (Object[]) phases);
        }

        /** Only work about one of these services. */
        public Query service(String... codes) {
            return with("service", (Object[]) codes);
        }

        /** Only work that is meant to pay in one of these areas. */
        public Query benefitArea(BenefitArea... areas) {
            return with("benefitArea", (Object[]) areas);
        }

        /** Only what one of these organisations owns, by slug. */
        public Query organisation(String... slugs) {
            return with("organisation", (Object[]) slugs);
        }

        /** Only work with one of these free words. */
        public Query tag(String... tags) {
            return with("tag", (Object[]) tags);
        }

        /** The order: {@code relevance}, {@code newest} or {@code confirmed}. */
        public Query sort(String order) {
            return with("sort", order);
        }

        /** The first page, with facets and the number of all. */
        public SearchPage page(int limit) {
            return fetch(with("limit", limit).with("total", true).filters);
        }

        /** The hits, best first, fetched page by page as they are asked for; at most 1,000. */
        public Stream<Hit> stream() {
            return Pages.stream(cursor -> {
                Map<String, Object> all = new LinkedHashMap<>(filters);
                all.put("limit", 100);
                if (cursor != null) all.put("cursor", cursor);
                SearchPage page = fetch(all);
                return new Pages.Part<>(page.items(), page.next());
            });
        }

        private SearchPage fetch(Map<String, Object> parameters) {
            return http.send(Call.get(Call.path("/v1/search", parameters)), ClientJson.type(SearchPage.class));
        }
    }
}
