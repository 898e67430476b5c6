package org.councilregistry.api.initiatives;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.History;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Initiatives. */
@Path("/v1/initiatives")
public final class InitiativeResource {
    private final InitiativeService service;
    private final InitiativeReader reader;
    private final InitiativeDao dao;
    private final EventDao events;
    private final OrganisationLookup organisations;
    private final Cursor cursors;

    /** What the resource works with. */
    public record Parts(
            InitiativeService service,
            InitiativeReader reader,
            InitiativeDao dao,
            EventDao events,
            OrganisationLookup organisations,
            Cursor cursors) {}

    /** Reads by the Daos, writes by the service. */
    public InitiativeResource(Parts parts) {
        this.service = parts.service();
        this.reader = parts.reader();
        this.dao = parts.dao();
        this.events = parts.events();
        this.organisations = parts.organisations();
        this.cursors = parts.cursors();
    }

    /** Lists initiatives: exact, complete and stable, the one registered first first. */
    @GET
    @Allows(Action.READ)
    public Page<Initiative> list(@Auth Caller caller, @BeanParam InitiativeQuery query, @BeanParam Paging paging) {
        String after = paging.after(cursors);
        InitiativeQuery.Values values = query.values(organisations, after, paging.limit() + 1);
        List<Initiative> read = reader.list(query, after == null, values, caller);
        return paging.page(
                cursors,
                read,
                i -> query.byUpdate() ? i.updatedAt() + " " + i.id() : i.id().toString(),
                () -> dao.count(query.conditions(true), values, caller));
    }

    /** Registers an initiative as a draft: only its own organisation sees it until it is published. */
    @POST
    @Allows(Action.DRAFT)
    @Creates("/v1/initiatives")
    public Initiative register(@Auth Caller caller, InitiativeDraft draft) {
        return service.register(caller, draft);
    }

    /**
     * Reads one initiative. One that was merged into another answers with the way to that one (308); one that was public
     * and is withdrawn answers with the reason (410).
     *
     * @param ref its id or slug
     */
    @GET
    @Path("/{ref}")
    @Allows(Action.READ)
    public Initiative get(@Auth Caller caller, @PathParam("ref") String ref) {
        Initiative record = find(ref, caller).orElseThrow(() -> gone(ref, caller));
        if (record.state() == InitiativeState.MERGED
                && !caller.seesOwn(record.organisation().id())) throw gone(ref, caller);
        return record;
    }

    /**
     * Changes members of an initiative.
     *
     * @param id its id
     * @param reason why, where a sector administrator changes a record of an organisation that has claimed it
     */
    @PATCH
    @Path("/{id}")
    @Consumes(Bodies.MERGE_PATCH)
    @Allows(Action.DRAFT)
    public Initiative update(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @QueryParam("reason") @Nullable String reason,
            Patch patch) {
        return service.update(caller, new InitiativeService.Ask(id, ifMatch, reason), patch);
    }

    /**
     * Reads what has changed in the life of an initiative, member by member. Of more than 500 steps, or of very long ones,
     * these are the latest; the feed has all.
     *
     * @param ref its id or slug
     */
    @GET
    @Path("/{ref}/history")
    @Allows(Action.READ)
    public Page<Revision> history(@Auth Caller caller, @PathParam("ref") String ref) {
        return History.of(events, get(caller, ref).id(), caller);
    }

    private Optional<Initiative> find(String ref, Caller caller) {
        Optional<UUID> id = Ids.parse(ref);
        return id.isPresent() ? reader.find(id.get(), caller) : reader.find(ref, caller);
    }

    private RuntimeException gone(String ref, Caller caller) {
        Optional<InitiativeDao.Gone> gone = dao.gone(ref, caller);
        if (gone.isEmpty()) return ProblemException.notFound("initiative");
        if (gone.get().mergedInto() != null)
            return new Moved("/v1/initiatives/" + gone.get().mergedInto());
        String reason = gone.get().withdrawnReason();
        return new ProblemException(
                ProblemType.WITHDRAWN, "The initiative was withdrawn" + (reason == null ? "." : ": " + reason));
    }
}
