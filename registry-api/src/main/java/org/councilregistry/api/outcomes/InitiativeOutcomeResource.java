package org.councilregistry.api.outcomes;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Partial;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraft;
import org.councilregistry.schema.Page;

/** The outcomes of one initiative. */
@Path("/v1/initiatives")
public final class InitiativeOutcomeResource {
    private final OutcomeService service;
    private final OutcomeDao dao;
    private final Cursor cursors;

    /** Reads by the Dao, writes by the service. */
    public InitiativeOutcomeResource(OutcomeService service, OutcomeDao dao, Cursor cursors) {
        this.service = service;
        this.dao = dao;
        this.cursors = cursors;
    }

    /**
     * Lists the outcomes of an initiative.
     *
     * @param id the initiative's id
     */
    @GET
    @Path("/{id}/outcomes")
    @Allows(Action.READ)
    public Page<Outcome> outcomes(@Auth Caller caller, @PathParam("id") UUID id, @BeanParam Paging paging) {
        requireSeen(caller, id);
        OutcomeDao.Filter filter = new OutcomeDao.Filter(id, null, null, null, null);
        return paging.page(
                cursors,
                dao.list(filter, paging.afterId(cursors), paging.limit() + 1, caller),
                o -> o.id().toString(),
                () -> dao.count(filter, caller));
    }

    /**
     * Records an outcome of this initiative.
     *
     * @param id the initiative's id
     */
    @POST
    @Path("/{id}/outcomes")
    @Allows(Action.DRAFT)
    @Creates("/v1/outcomes")
    public Outcome addOutcome(@Auth Caller caller, @PathParam("id") UUID id, @Partial OutcomeDraft draft) {
        requireSeen(caller, id);
        if (draft.initiative() != null && !draft.initiative().equals(id)) {
            throw ProblemException.invalid(
                    "/initiative", "another-initiative", "The address names another initiative. Leave the member out.");
        }
        return service.register(caller, Bodies.checked(draft.withInitiative(id)));
    }

    private void requireSeen(Caller caller, UUID id) {
        if (dao.work(id, caller).isEmpty()) throw ProblemException.notFound("initiative");
    }
}
