package org.councilregistry.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.ConfirmDraft;
import org.councilregistry.schema.Confirmed;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativePhase;
import org.councilregistry.schema.InitiativePhaseDraft;
import org.councilregistry.schema.MatchResponse;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.Participant;
import org.councilregistry.schema.ParticipantState;
import org.councilregistry.schema.ParticipationDraft;
import org.councilregistry.schema.PublishDraft;
import org.councilregistry.schema.Published;
import org.councilregistry.schema.Reason;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Initiatives: a council's digital work. */
public final class Initiatives {
    private static final String PATH = "/v1/initiatives";
    private static final Lists.Noun<Initiative, InitiativeDraft> NOUN =
            new Lists.Noun<>(Initiative.class, InitiativeDraft::of);
    private final Http http;

    Initiatives(Http http) {
        this.http = http;
    }

    /** Reads one initiative by id. */
    public Initiative get(UUID id) {
        return get(id.toString());
    }

    /** Reads one initiative by id or slug. */
    public Initiative get(String ref) {
        return http.send(Call.get(PATH + "/" + Call.escape(ref)), ClientJson.type(Initiative.class));
    }

    /** All published initiatives. */
    public InitiativeQuery all() {
        return new InitiativeQuery(http, Map.of());
    }

    /** Registers a draft, which only its own organisation sees until it is published. */
    public Initiative register(InitiativeDraft draft) {
        return http.send(Call.post(PATH, draft), ClientJson.type(Initiative.class));
    }

    /** Publishes a record under the publisher's own key, as often as it likes; only what is set in the draft is sent. */
    public Published publish(String organisation, String externalId, InitiativeDraft draft) {
        return publish(organisation, externalId, draft, Publishing.usual());
    }

    /** Publishes a record under the publisher's own key, in this manner. */
    public Published publish(String organisation, String externalId, InitiativeDraft draft, Publishing manner) {
        ObjectNode members = ClientJson.tree(draft);
        members.remove("organisation");
        members.remove("externalId");
        manner.cleared().forEach(members::putNull);
        if (!manner.responses().isEmpty()) {
            members.setAll(ClientJson.tree(new PublishDraft(manner.responses())));
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (manner.confirm()) parameters.put("confirm", true);
        if (manner.dryRun()) parameters.put("dryRun", true);
        if (manner.origin() != null) parameters.put("origin", manner.origin());
        String path = "/v1/organisations/" + Call.escape(organisation) + "/initiatives/" + Call.escape(externalId);
        return http.send(Call.put(Call.path(path, parameters), members), ClientJson.type(Published.class));
    }

    /** Publishes a draft that was registered before; answers with work of others that looks alike. */
    public Published publish(UUID id) {
        return Lists.step(http, record(id) + "/publish", null, ClientJson.type(Published.class));
    }

    /** The same, saying what the publisher will do about work of others that looks alike; blocks nothing. */
    public Published publish(UUID id, List<MatchResponse> responses) {
        return Lists.step(http, record(id) + "/publish", new PublishDraft(responses), ClientJson.type(Published.class));
    }

    /** Changes an initiative safely: reads it, applies the change, sends only what changed; again where somebody was faster. */
    public Initiative edit(UUID id, UnaryOperator<InitiativeDraft> change) {
        return Lists.edit(http, record(id), NOUN, change);
    }

    /** Takes a record out of lists and counts; it stays readable at its address. */
    public Initiative archive(UUID id) {
        return step(id, "/archive", null);
    }

    /** Takes a record back, with the reason that its readers are told. */
    public Initiative withdraw(UUID id, String reason) {
        return step(id, "/withdraw", new Reason(reason));
    }

    /** Says that a record is still right. */
    public Initiative confirm(UUID id) {
        return step(id, "/confirm", null);
    }

    /** Says that a record registered by somebody else is one's own. */
    public Initiative claim(UUID id) {
        return step(id, "/claim", null);
    }

    /** Says that a record registered by somebody else is not one's own; it is withdrawn. */
    public Initiative decline(UUID id, String reason) {
        return step(id, "/decline", new Reason(reason));
    }

    /** Removes every text of a record that should never have been published, for good. */
    public Initiative redact(UUID id, String reason) {
        return step(id, "/redact", new Reason(reason));
    }

    /** Confirms an organisation's work in one call: these, or all that is running if none is named. */
    public Confirmed confirmAll(String organisation, List<UUID> ids) {
        String path = "/v1/organisations/" + Call.escape(organisation) + "/confirm";
        return http.send(Call.post(path, new ConfirmDraft(ids)), ClientJson.type(Confirmed.class));
    }

    /** The phases that the work went through, the first one first. */
    public List<InitiativePhase> phases(UUID id) {
        return Lists.page(http, record(id) + "/phases", InitiativePhase.class).items();
    }

    /** Enters a phase; the one before ends. */
    public Initiative enter(UUID id, InitiativePhaseDraft phase) {
        return step(id, "/phases", phase);
    }

    /** The organisations that take part, or were asked to. */
    public List<Participant> participants(UUID id) {
        return Lists.page(http, record(id) + "/participants", Participant.class).items();
    }

    /** Answers, for the caller's organisation, an invitation to take part. */
    public Initiative answer(UUID id, ParticipantState answer) {
        return http.send(
                Call.post(record(id) + "/participants", new ParticipationDraft(answer)),
                ClientJson.type(Initiative.class));
    }

    /** The outcomes of an initiative. */
    public Stream<Outcome> outcomes(UUID id) {
        return Lists.stream(http, record(id) + "/outcomes", Map.of(), Outcome.class);
    }

    /** The steps in the life of an initiative, the first one first. */
    public List<Revision> history(UUID id) {
        return Lists.page(http, record(id) + "/history", Revision.class).items();
    }

    private Initiative step(UUID id, String step, @Nullable Object body) {
        return Lists.step(http, record(id) + step, body, ClientJson.type(Initiative.class));
    }

    private static String record(UUID id) {
        return PATH + "/" + id;
    }
}
