package org.councilregistry.api.joining;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
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
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.JoiningAcceptance;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.JoiningRequestDraft;
import org.councilregistry.schema.JoiningRequestState;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Reason;
import org.jspecify.annotations.Nullable;

/** Requests to act for an organisation. */
@Path("/v1/joining-requests")
public final class JoiningRequestResource {
    private final JoiningRequestService service;
    private final JoiningRequestDao dao;
    private final Cursor cursors;

    /** Reads by the Dao, writes by the service. */
    public JoiningRequestResource(JoiningRequestService service, JoiningRequestDao dao, Cursor cursors) {
        this.service = service;
        this.dao = dao;
        this.cursors = cursors;
    }

    /**
     * Lists one's own requests; for an administrator also those to her organisation, for a coordinator those of her area.
     *
     * @param state only those in this state
     */
    @GET
    @Allows(Action.JOIN)
    public Page<JoiningRequest> list(
            @Auth Caller caller, @QueryParam("state") @Nullable JoiningRequestState state, @BeanParam Paging paging) {
        return paging.page(
                cursors,
                dao.list(state, paging.afterId(cursors), paging.limit() + 1, caller),
                j -> j.id().toString(),
                () -> dao.count(state, caller));
    }

    /** Asks to act for an organisation, as the person who is signed in. */
    @POST
    @Allows(Action.JOIN)
    @Creates("/v1/joining-requests")
    public JoiningRequest ask(@Auth Caller caller, JoiningRequestDraft draft) {
        return service.ask(caller, draft);
    }

    /** Reads one request. */
    @GET
    @Path("/{id}")
    @Allows(Action.JOIN)
    public JoiningRequest get(@Auth Caller caller, @PathParam("id") UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("joining request"));
    }

    /**
     * Lets the person who asked act for the organisation. Its administrator decides; where it has none, the coordinator of
     * its area.
     */
    @POST
    @Path("/{id}/accept")
    @Allows(Action.ANSWER_JOINING)
    public JoiningRequest accept(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            JoiningAcceptance acceptance) {
        return service.accept(
                caller, new JoiningRequestService.Ask(id, ifMatch), Objects.requireNonNull(acceptance.role()));
    }

    /** Refuses the person who asked, with a reason that she is told. */
    @POST
    @Path("/{id}/decline")
    @Allows(Action.ANSWER_JOINING)
    public JoiningRequest decline(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Reason reason) {
        return service.decline(caller, new JoiningRequestService.Ask(id, ifMatch), reason.reason());
    }
}
