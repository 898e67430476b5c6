package org.councilregistry.api.initiatives;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.UUID;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativePhase;
import org.councilregistry.schema.InitiativePhaseDraft;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Participant;
import org.councilregistry.schema.ParticipantState;
import org.councilregistry.schema.ParticipationDraft;
import org.jspecify.annotations.Nullable;

/** The parts of an initiative: its phases and who takes part. */
@Path("/v1/initiatives")
public final class InitiativePartResource {
    private final InitiativeService service;
    private final InitiativeDao dao;
    private final InitiativePartDao parts;

    /** Reads by the Daos, writes by the service. */
    public InitiativePartResource(InitiativeService service, InitiativeDao dao, InitiativePartDao parts) {
        this.service = service;
        this.dao = dao;
        this.parts = parts;
    }

    /** Lists the phases that the work went through, the first one first. */
    @GET
    @Path("/{id}/phases")
    @Allows(Action.READ)
    public Page<InitiativePhase> phases(@Auth Caller caller, @PathParam("id") UUID id) {
        return new Page<>(parts.phases(visible(id, caller).id()), null, null);
    }

    /**
     * Enters a phase. The one before ends on the day on which this one starts; the past is never rewritten.
     *
     * @param reason why, where a sector administrator changes a record of an organisation that has claimed it
     */
    @POST
    @Path("/{id}/phases")
    @Allows(Action.DRAFT)
    public Initiative enter(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @QueryParam("reason") @Nullable String reason,
            InitiativePhaseDraft phase) {
        return service.enter(caller, new InitiativeService.Ask(id, ifMatch, reason), phase);
    }

    /** Lists the organisations that take part, or were asked to. */
    @GET
    @Path("/{id}/participants")
    @Allows(Action.READ)
    public Page<Participant> participants(@Auth Caller caller, @PathParam("id") UUID id) {
        return new Page<>(parts.participants(visible(id, caller).id()), null, null);
    }

    /** Answers, for the caller's organisation, an invitation to take part. */
    @POST
    @Path("/{id}/participants")
    @Allows(Action.PUBLISH)
    public Initiative answer(@Auth Caller caller, @PathParam("id") UUID id, ParticipationDraft answer) {
        ParticipantState state = Objects.requireNonNull(answer.state());
        if (state == ParticipantState.INVITED) {
            throw ProblemException.invalid("/state", "not-an-answer", "Answer confirmed, declined or left.");
        }
        return service.answer(caller, new InitiativeService.Ask(id, null, null), state);
    }

    private Initiative visible(UUID id, Caller caller) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("initiative"));
    }
}
