package org.councilregistry.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.ComponentKind;
import org.councilregistry.schema.ComponentMatch;
import org.councilregistry.schema.ComponentState;
import org.councilregistry.schema.Reason;
import org.councilregistry.schema.Revision;

/** Components: what another council can take and use. */
public final class Components {
    private static final String PATH = "/v1/components";
    private static final Lists.Noun<Component, ComponentDraft> NOUN =
            new Lists.Noun<>(Component.class, ComponentDraft::of);
    private final Http http;

    Components(Http http) {
        this.http = http;
    }

    /** Reads one component by id or slug. */
    public Component get(String ref) {
        return http.send(Call.get(PATH + "/" + Call.escape(ref)), ClientJson.type(Component.class));
    }

    /** Registers a component. */
    public Component register(ComponentDraft draft) {
        return http.send(Call.post(PATH, draft), ClientJson.type(Component.class));
    }

    /** Changes a component safely: only what the change touches is sent. */
    public Component edit(UUID id, UnaryOperator<ComponentDraft> change) {
        return Lists.edit(http, PATH + "/" + id, NOUN, change);
    }

    /** Takes a component back, with the reason that its readers are told. */
    public Component withdraw(UUID id, String reason) {
        return Lists.step(http, PATH + "/" + id + "/withdraw", new Reason(reason), ClientJson.type(Component.class));
    }

    /** The steps in the life of a component, the first one first. */
    public List<Revision> history(UUID id) {
        return Lists.page(http, PATH + "/" + id + "/history", Revision.class).items();
    }

    /** Components of other organisations that do the like of one, the most alike first. */
    public List<ComponentMatch> similar(UUID id) {
        return Lists.page(http, PATH + "/" + id + "/similar", ComponentMatch.class)
                .items();
    }

    /** All components that are offered. */
    public Query all() {
        return new Query(http, Map.of());
    }

    /** Components, narrowed step by step. */
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

        /** Only those of this organisation: id, slug or {@code scheme:value}. */
        public Query organisation(String ref) {
            return with("organisation", ref);
        }

        /** Only this kind. */
        public Query kind(ComponentKind kind) {
            return with("kind", kind);
        }

        /** Only those about this service. */
        public Query service(String code) {
            return with("service", code);
        }

        /** Only those in this state. */
        public Query state(ComponentState state) {
            return with("state", state);
        }

        /** The components, fetched page by page as they are asked for. */
        public Stream<Component> stream() {
            return Lists.stream(http, PATH, filters, Component.class);
        }
    }
}
