package org.councilregistry.api.outcomes;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Assurance;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.MeasureUnit;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraft;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Outcomes. */
@Path("/v1/outcomes")
public final class OutcomeResource {
    private final OutcomeService service;
    private final OutcomeDao dao;
    private final EventDao events;
    private final OrganisationLookup organisations;
    private final Cursor cursors;

    /** What the resource works with. */
    public record Parts(
            OutcomeService service,
            OutcomeDao dao,
            EventDao events,
            OrganisationLookup organisations,
            Cursor cursors) {}

    /** Reads by the Daos, writes by the service. */
    public OutcomeResource(Parts parts) {
        this.service = parts.service();
        this.dao = parts.dao();
        this.events = parts.events();
        this.organisations = parts.organisations();
        this.cursors = parts.cursors();
    }

    /** By what a list of outcomes is narrowed. */
    public static final class Filter {
        /** The work they belong to. */
        @QueryParam("initiative")
        @Nullable
        UUID initiative;

        /** The organisation that leads the work: id, slug, {@code scheme:value} or name. */
        @QueryParam("organisation")
        @Nullable
        String organisation;

        /** Where they pay. */
        @QueryParam("benefitArea")
        @Nullable
        BenefitArea benefitArea;

        /** In which unit they are measured. */
        @QueryParam("unit")
        @Nullable
        MeasureUnit unit;

        /** How far they were checked. */
        @QueryParam("assurance")
        @Nullable
        Assurance assurance;

        OutcomeDao.Filter columns(OrganisationLookup organisations) {
            UUID of = organisations.optional(organisation, "?organisation");
            return new OutcomeDao.Filter(initiative, of, benefitArea, unit, assurance);
        }
    }

    /** Lists outcomes of published work, and of any state where {@code initiative} names it; the one recorded first first. */
    @GET
    @Allows(Action.READ)
    public Page<Outcome> list(@Auth Caller caller, @BeanParam Filter filter, @BeanParam Paging paging) {
        OutcomeDao.Filter columns = filter.columns(organisations);
        return paging.page(
                cursors,
                dao.list(columns, paging.afterId(cursors), paging.limit() + 1, caller),
                o -> o.id().toString(),
                () -> dao.count(columns, caller));
    }

    /** Records an outcome. */
    @POST
    @Allows(Action.DRAFT)
    @Creates("/v1/outcomes")
    public Outcome register(@Auth Caller caller, OutcomeDraft draft) {
        return service.register(caller, draft);
    }

    /** Reads one outcome. */
    @GET
    @Path("/{id}")
    @Allows(Action.READ)
    public Outcome get(@Auth Caller caller, @PathParam("id") UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("outcome"));
    }

    /**
     * Changes members of an outcome.
     *
     * @param id its id
     * @param reason why, where a sector administrator changes another organisation's record
     */
    @PATCH
    @Path("/{id}")
    @Consumes(Bodies.MERGE_PATCH)
    @Allows(Action.DRAFT)
    public Outcome update(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @QueryParam("reason") @Nullable String reason,
            Patch patch) {
        return service.update(caller, new OutcomeService.Ask(id, ifMatch, reason), patch);
    }

    /**
     * Removes an outcome that was recorded by mistake.
     *
     * @param id its id
     * @param reason why, where a sector administrator changes another organisation's record
     */
    @DELETE
    @Path("/{id}")
    @Allows(Action.DRAFT)
    public void remove(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @QueryParam("reason") @Nullable String reason) {
        service.remove(caller, new OutcomeService.Ask(id, ifMatch, reason));
    }

    /**
     * Reads what has changed in the life of an outcome, member by member. Of more than 500 steps, or of very long ones,
     * these are the latest; the feed has all.
     */
    @GET
    @Path("/{id}/history")
    @Allows(Action.READ)
    public Page<Revision> history(@Auth Caller caller, @PathParam("id") UUID id) {
        return History.of(events, get(caller, id).id(), caller);
    }
}
