package org.councilregistry.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraft;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationState;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Organisations. */
public final class Organisations {
    private static final String PATH = "/v1/organisations";
    private static final Lists.Noun<Organisation, OrganisationDraft> NOUN =
            new Lists.Noun<>(Organisation.class, OrganisationDraft::of);
    private final Http http;

    Organisations(Http http) {
        this.http = http;
    }

    /** Reads one organisation by id, slug, {@code scheme:value} or name. */
    public Organisation get(String ref) {
        return http.send(Call.get(PATH + "/" + Call.escape(ref)), ClientJson.type(Organisation.class));
    }

    /** Registers an organisation. For sector administrators. */
    public Organisation register(OrganisationDraft draft) {
        return http.send(Call.post(PATH, draft), ClientJson.type(Organisation.class));
    }

    /** Changes an organisation safely: only what the change touches is sent. For sector administrators. */
    public Organisation edit(String ref, UnaryOperator<OrganisationDraft> change) {
        return Lists.edit(http, PATH + "/" + Call.escape(ref), NOUN, change);
    }

    /** The steps in the life of an organisation's record, the first one first. */
    public List<Revision> history(String ref) {
        return Lists.page(http, PATH + "/" + Call.escape(ref) + "/history", Revision.class)
                .items();
    }

    /** All organisations. */
    public Query all() {
        return new Query(http, Map.of());
    }

    /** Organisations, narrowed step by step. */
    public static final class Query {
        private final Http http;
        private final Map<String, Object> filters;

        private Query(Http http, Map<String, Object> filters) {
            this.http = http;
            this.filters = filters;
        }

        private Query with(String name, @Nullable Object value) {
            Map<String, Object> more = new LinkedHashMap<>(filters);
            if (value != null) more.put(name, value);
            return new Query(http, more);
        }

        /** Only those with this in a name. */
        public Query named(String part) {
            return with("q", part);
        }

        /** Only this kind. */
        public Query kind(OrganisationKind kind) {
            return with("kind", kind);
        }

        /** Only this nation, such as {@code Wales}. */
        public Query nation(String nation) {
            return with("nation", nation);
        }

        /** Only this region. */
        public Query region(String region) {
            return with("region", region);
        }

        /** Only those that exist, will, or did. */
        public Query state(OrganisationState state) {
            return with("state", state);
        }

        /** The organisations, fetched page by page as they are asked for. */
        public Stream<Organisation> stream() {
            return Lists.stream(http, PATH, filters, Organisation.class);
        }
    }
}
