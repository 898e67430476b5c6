package org.councilregistry.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapCheck;
import org.councilregistry.schema.OverlapCluster;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.OverlapGrade;
import org.councilregistry.schema.OverlapReport;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.Revision;

/** Overlap with the work of others. */
public final class Overlaps {
    private static final String PATH = "/v1/overlaps";
    private final Http http;

    Overlaps(Http http) {
        this.http = http;
    }

    /** Says who already does the same. Needs no key, and nothing of the draft is kept. */
    public OverlapCheck check(InitiativeDraft draft) {
        return check(draft, 10, false);
    }

    /** Says who already does the same: so many at most, one's own work included or not. */
    public OverlapCheck check(InitiativeDraft draft, int limit, boolean includeOwn) {
        Map<String, Object> parameters = Map.of("limit", limit, "includeOwn", includeOwn);
        return http.send(
                Call.ask(Call.path("/v1/overlaps/check", parameters), draft), ClientJson.type(OverlapCheck.class));
    }

    /** Overlaps that are kept: all that the key's owner may see and nobody has decided. */
    public Query all() {
        return new Query(http, Map.of());
    }

    /** Reads one overlap. */
    public Overlap get(UUID id) {
        return http.send(Call.get(PATH + "/" + id), ClientJson.type(Overlap.class));
    }

    /** What has become of an overlap, the first step first. */
    public List<Revision> history(UUID id) {
        return Lists.page(http, PATH + "/" + id + "/history", Revision.class).items();
    }

    /** Says, for one of the two owners, what she will do; blocks nothing. */
    public Overlap respond(UUID id, OverlapResponse response) {
        return Lists.step(http, PATH + "/" + id + "/response", response, ClientJson.type(Overlap.class));
    }

    /** Decides about an overlap as a coordinator. */
    public Overlap decide(UUID id, OverlapDecision decision) {
        return Lists.step(http, PATH + "/" + id + "/decide", decision, ClientJson.type(Overlap.class));
    }

    /** Published work of others that looks like an initiative, the most alike first. */
    public List<Match> similar(UUID initiative) {
        return Lists.page(http, "/v1/initiatives/" + initiative + "/similar", Match.class)
                .items();
    }

    /** What was decided, in the form of a labelled collection. */
    public Stream<OverlapGrade> decisions() {
        return Lists.stream(http, PATH + "/decisions", Map.of(), OverlapGrade.class);
    }

    /** How many overlaps there are, and how often each band was right. */
    public OverlapReport report() {
        return http.send(Call.get("/v1/reports/overlap"), ClientJson.type(OverlapReport.class));
    }

    /** Overlaps that are kept, narrowed step by step. */
    public static final class Query {
        private final Http http;
        private final Map<String, Object> filters;

        private Query(Http http, Map<String, Object> filters) {
            this.http = http;
            this.filters = filters;
        }

        private Query with(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(filters);
            more.put(name, value);
            return new Query(http, more);
        }

        /** Only those of this band. */
        public Query band(Band band) {
            return with("band", band);
        }

        /** Only those in this state. */
        public Query state(OverlapState state) {
            return with("state", state);
        }

        /** Only those where one of the two is about this service. */
        public Query service(String code) {
            return with("service", code);
        }

        /** Only those where one of the owners is of this region. */
        public Query region(String region) {
            return with("region", region);
        }

        /** Only those where one of the owners is of this kind. */
        public Query kind(OrganisationKind kind) {
            return with("kind", kind);
        }

        /** Only those between different organisations, or only those within one. */
        public Query crossOrganisation(boolean cross) {
            return with("crossOrganisation", cross);
        }

        /** Only those found at least so many days ago. */
        public Query olderThan(int days) {
            return with("olderThan", days);
        }

        /** Only those of this organisation: id, slug or {@code scheme:value}. */
        public Query organisation(String ref) {
            return with("organisation", ref);
        }

        /** Only those between members of this partnership or combined authority, or districts of this county. */
        public Query within(String ref) {
            return with("within", ref);
        }

        /** The overlaps, the one found first first, fetched page by page as they are asked for. */
        public Stream<Overlap> stream() {
            return Lists.stream(http, PATH, filters, Overlap.class);
        }

        /** The work that hangs together by these overlaps, the largest group first; at most fifty groups. */
        public List<OverlapCluster> clusters() {
            return Lists.page(http, Call.path(PATH + "/clusters", filters), OverlapCluster.class)
                    .items();
        }
    }
}
