package org.councilregistry.api.pairs;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.History;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Params;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Rows;
import org.councilregistry.api.platform.Words;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapCluster;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.OverlapGrade;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Overlaps that are kept, for the two owners and for whoever coordinates. */
@Path("/v1/overlaps")
public final class OverlapPairResource {

    private final PairService service;
    private final PairDao dao;
    private final EventDao events;
    private final OrganisationLookup organisations;
    private final Cursor cursors;

    /** What the resource works with. */
    public record Parts(
            PairService service, PairDao dao, EventDao events, OrganisationLookup organisations, Cursor cursors) {}

    /** Reads by the Daos, writes by the service. */
    public OverlapPairResource(Parts parts) {
        this.service = parts.service();
        this.dao = parts.dao();
        this.events = parts.events();
        this.organisations = parts.organisations();
        this.cursors = parts.cursors();
    }

    /** By what a list of overlaps is narrowed. */
    public static final class Filter {
        /** How much the two overlap. */
        @QueryParam("band")
        @Nullable
        Band band;

        /** What is being done about it; open ones and those in a case if absent. */
        @QueryParam("state")
        @Nullable
        OverlapState state;

        /** A service that one of the two is about, such as {@code lgsl:524}. */
        @QueryParam("service")
        @Nullable
        String service;

        /** The region of one of the owners. */
        @QueryParam("region")
        @Nullable
        String region;

        /** The kind of organisation of one of the owners. */
        @QueryParam("kind")
        @Nullable
        OrganisationKind kind;

        /** Whether the two belong to different organisations now; both sorts if absent. */
        @QueryParam("crossOrganisation")
        @Nullable
        Boolean crossOrganisation;

        /** Only those found at least so many days ago. */
        @QueryParam("olderThan")
        @Nullable
        Integer olderThan;

        /** One of the owners: id, slug, {@code scheme:value} or name. */
        @QueryParam("organisation")
        @Nullable
        String organisation;

        /** Only those between members of this partnership or combined authority, or districts of this county. */
        @QueryParam("within")
        @Nullable
        String within;

        PairDao.Filter columns(OrganisationLookup organisations) {
            if (olderThan != null && olderThan > 36_500) {
                throw ProblemException.invalid("?olderThan", "out-of-range", "Ask for 0 to 36500 days.");
            }
            return new PairDao.Filter(
                    band,
                    state,
                    service == null ? null : ServiceLookup.normal(service),
                    region,
                    kind == null ? null : Words.of(kind),
                    crossOrganisation,
                    olderThan,
                    organisations.optional(organisation, "?organisation"),
                    organisations.optional(within, "?within"));
        }
    }

    /** Lists the overlaps that the caller may see, the one found first first. */
    @GET
    @Allows(Action.READ)
    public Page<Overlap> list(@Auth Caller caller, @BeanParam Filter filter, @BeanParam Paging paging) {
        PairDao.Filter columns = filter.columns(organisations);
        return paging.page(
                cursors,
                dao.list(columns, paging.afterId(cursors), paging.limit() + 1, caller),
                overlap -> overlap.id().toString(),
                () -> dao.count(columns, caller));
    }

    /**
     * Reads one overlap.
     *
     * @param id its id
     */
    @GET
    @Path("/{id}")
    @Allows(Action.READ)
    public Overlap get(@Auth Caller caller, @PathParam("id") UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("overlap"));
    }

    /**
     * Reads what has become of an overlap: when it was found, what an owner said, what a coordinator decided, and why. Of
     * more than 500 steps, or of very long ones, these are the latest; the feed has all.
     *
     * @param id its id
     */
    @GET
    @Path("/{id}/history")
    @Allows(Action.READ)
    public Page<Revision> history(@Auth Caller caller, @PathParam("id") UUID id) {
        // a step is an event for each owner; who reads both reads of one step
        Set<String> told = new HashSet<>();
        List<Revision> steps = History.of(events, get(caller, id).id(), caller).items().stream()
                .filter(step -> told.add(step.version() + step.type()))
                .toList();
        return new Page<>(steps, null, null);
    }

    /**
     * Says, for one of the two owners, what she will do. It blocks nothing, and she may say something else later.
     *
     * @param id the overlap's id
     */
    @POST
    @Path("/{id}/response")
    @Allows(Action.RESPOND)
    public Overlap respond(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            OverlapResponse response) {
        return service.respond(caller, new PairService.Ask(id, ifMatch), response);
    }

    /**
     * Decides about an overlap. What is decided leaves the list, and comes back only when one of the two describes another
     * problem, or new rules find alike what was called different.
     *
     * @param id the overlap's id
     */
    @POST
    @Path("/{id}/decide")
    @Allows(Action.DECIDE)
    public Overlap decide(
            @Auth Caller caller,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            OverlapDecision decision) {
        return service.decide(caller, new PairService.Ask(id, ifMatch), decision);
    }

    /**
     * Groups the overlaps that the caller may see: work that hangs together, the largest group first.
     *
     * @param limit how many groups at most, 1 to 200
     */
    @GET
    @Path("/clusters")
    @Allows(Action.READ)
    public Page<OverlapCluster> clusters(
            @Auth Caller caller, @BeanParam Filter filter, @QueryParam("limit") @DefaultValue("50") int limit) {
        Params.limit(limit, 200, "groups");
        return Clusters.of(dao, filter.columns(organisations), caller, limit);
    }

    /** Lists what was decided, in the form of a labelled collection: how alike the two are, 2, 1 or 0. */
    @GET
    @Path("/decisions")
    @Produces(MediaType.APPLICATION_JSON)
    @Allows(Action.READ)
    public Page<OverlapGrade> decisions(@Auth Caller caller, @BeanParam Paging paging) {
        return paging.page(
                cursors,
                dao.grades(paging.afterId(cursors), paging.limit() + 1, caller),
                grade -> grade.id().toString(),
                () -> dao.graded(caller));
    }

    /** All that was decided, one row for each overlap: to measure the rules by, as a labelled collection. */
    @GET
    @Path("/decisions")
    @Produces({Rows.LINES + ";qs=0.5", Rows.CSV + ";qs=0.4"})
    @Allows(Action.READ)
    public Rows<OverlapGrade> decisionRows(@Auth Caller caller) {
        return Rows.all(
                "overlap-decisions",
                OverlapGrade.class,
                OverlapGrade::id,
                (after, limit) -> dao.grades(after, limit, caller));
    }
}
