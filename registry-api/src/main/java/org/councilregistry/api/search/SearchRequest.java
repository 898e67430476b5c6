package org.councilregistry.api.search;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
public final class SearchRequest {
    /** The words; everything if absent. */
    @QueryParam("q")
    @Nullable
    String q;

    /** Only these nouns: {@code initiative}, {@code component}, {@code organisation}. */
    @QueryParam("type")
    List<String> type = List.of();

    /** Only work in one of these phases. */
    @QueryParam("phase")
    List<Phase> phase = List.of();

    /** Only what is about one of these services, such as {@code lgsl:524}. */
    @QueryParam("service")
    List<String> service = List.of();

    /** Only work that is meant to pay in one of these areas. */
    @QueryParam("benefitArea")
    List<BenefitArea> benefitArea = List.of();

    /** Only what one of these organisations owns, by slug. */
    @QueryParam("organisation")
    List<String> organisation = List.of();

    /** Only work with one of these free words. */
    @QueryParam("tag")
    List<String> tag = List.of();

    /** The order: {@code relevance} (the default), {@code newest} or {@code confirmed}. */
    @QueryParam("sort")
    @DefaultValue("relevance")
    String sort = "relevance";

    /** The cursor of the page before. */
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** How many hits the page has, 1 to 100. */
    @QueryParam("limit")
    @DefaultValue("20")
    int limit = 20;

    /** Whether to say how many hits there are. */
    @QueryParam("total")
    @DefaultValue("false")
    boolean total;

    /** Whether the list is taken along as a whole, and not read page by page. */
    boolean whole;

    /** The selected values of each facet. */
    Map<String, List<String>> selected() {
        Map<String, List<String>> selected = new TreeMap<>();
        selected.put("type", type);
        selected.put(
                "phase",
                phase.stream().map(org.councilregistry.api.platform.Words::of).toList());
        selected.put("service", service.stream().map(ServiceLookup::normal).toList());
        selected.put(
                "benefitArea",
                benefitArea.stream()
                        .map(org.councilregistry.api.platform.Words::of)
                        .toList());
        selected.put("organisation", organisation);
        selected.put("tag", tag);
        selected.values().removeIf(List::isEmpty);
        return selected;
    }

    int checkedLimit() {
        if (limit < 1 || limit > 100)
            throw ProblemException.invalid("?limit", "out-of-range", "A page has 1 to 100 hits.");
        if (q != null && q.length() > 1000)
            throw ProblemException.invalid("?q", "too-long", "Look for 1,000 characters at most.");
        for (String noun : type) {
            if (!List.of("initiative", "component", "organisation").contains(noun)) {
                throw ProblemException.invalid(
                        "?type", "unknown-word", "A type is one of: initiative, component, organisation.");
            }
        }
        if (!List.of("relevance", "newest", "confirmed").contains(sort)) {
            throw ProblemException.invalid("?sort", "unknown-word", "Sort by one of: relevance, newest, confirmed.");
        }
        return limit;
    }

    /** Names the list that a cursor belongs to. */
    String list() {
        return ("hits " + q + " " + selected() + " " + sort).toLowerCase(Locale.ROOT);
    }
}
