package org.councilregistry.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Phase;

/** Initiatives, narrowed step by step: exact, complete, in a stable order. */
public final class InitiativeQuery {
    private static final String PATH = "/v1/initiatives";
    private final Http http;
    private final Map<String, Object> filters;

    InitiativeQuery(Http http, Map<String, Object> filters) {
        this.http = http;
        this.filters = filters;
    }

    private InitiativeQuery with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(filters);
        more.put(name, value);
        return new InitiativeQuery(http, more);
    }

    /** Only those that this organisation leads: id, slug or {@code scheme:value}. */
    public InitiativeQuery organisation(String ref) {
        return with("organisation", ref);
    }

    /** Only those in this phase. */
    public InitiativeQuery phase(Phase phase) {
        return with("phase", phase);
    }

    /** Only those about this service, such as {@code lgsl:524}. */
    public InitiativeQuery service(String code) {
        return with("service", code);
    }

    /** Only those that are meant to pay here. */
    public InitiativeQuery benefitArea(BenefitArea area) {
        return with("benefitArea", area);
    }

    /** Only those with this free word. */
    public InitiativeQuery tag(String tag) {
        return with("tag", tag);
    }

    /** Those in this state, instead of published ones. */
    public InitiativeQuery state(InitiativeState state) {
        return with("state", state);
    }

    /** Only those that changed at or after this time. */
    public InitiativeQuery updatedSince(Instant time) {
        return with("updatedSince", time);
    }

    /** Only those that nobody has confirmed in time, or only fresh ones. */
    public InitiativeQuery stale(boolean stale) {
        return with("stale", stale);
    }

    /** The one that changed last first. */
    public InitiativeQuery newestFirst() {
        return with("sort", "updated");
    }

    /** The initiatives, fetched page by page as they are asked for. */
    public Stream<Initiative> stream() {
        return Lists.stream(http, PATH, filters, Initiative.class);
    }

    /** The first page, with the number of all. */
    public Page<Initiative> page(int limit) {
        return Lists.page(http, Call.path(PATH, with("limit", limit).with("total", true).filters), Initiative.class);
    }
}
