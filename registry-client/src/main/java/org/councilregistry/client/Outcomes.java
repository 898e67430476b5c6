package org.councilregistry.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraft;
import org.councilregistry.schema.Revision;

/** Outcomes: what a piece of work has brought, in figures. */
public final class Outcomes {
    private static final String PATH = "/v1/outcomes";
    private static final Lists.Noun<Outcome, OutcomeDraft> NOUN = new Lists.Noun<>(Outcome.class, OutcomeDraft::of);
    private final Http http;

    Outcomes(Http http) {
        this.http = http;
    }

    /** Reads one outcome. */
    public Outcome get(UUID id) {
        return http.send(Call.get(PATH + "/" + id), ClientJson.type(Outcome.class));
    }

    /** Records an outcome. */
    public Outcome register(OutcomeDraft draft) {
        return http.send(Call.post(PATH, draft), ClientJson.type(Outcome.class));
    }

    /** Changes an outcome safely: only what the change touches is sent. */
    public Outcome edit(UUID id, UnaryOperator<OutcomeDraft> change) {
        return Lists.edit(http, PATH + "/" + id, NOUN, change);
    }

    /** Removes an outcome that was recorded by mistake, as it is now. */
    public void remove(UUID id) {
        Lists.remove(http, PATH + "/" + id);
    }

    /** All outcomes. */
    public Stream<Outcome> stream() {
        return Lists.stream(http, PATH, Map.of(), Outcome.class);
    }

    /** The outcomes of one organisation's work. */
    public Stream<Outcome> of(String organisation) {
        return Lists.stream(http, PATH, Map.of("organisation", organisation), Outcome.class);
    }

    /** The steps in the life of an outcome, the first one first. */
    public List<Revision> history(UUID id) {
        return Lists.page(http, PATH + "/" + id + "/history", Revision.class).items();
    }
}
