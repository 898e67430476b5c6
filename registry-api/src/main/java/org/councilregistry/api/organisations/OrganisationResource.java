package org.councilregistry.api.organisations;

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
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.History;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Moved;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraft;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationState;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/** Organisations. */
@Path("/v1/organisations")
public final class OrganisationResource {
    private final OrganisationService service;
    private final OrganisationDao dao;
    private final EventDao events;
    private final Cursor cursors;

    /** Reads by the Daos, writes by the service. */
    public OrganisationResource(OrganisationService service, OrganisationDao dao, EventDao events, Cursor cursors) {
        this.service = service;
        this.dao = dao;
        this.events = events;
        this.cursors = cursors;
    }

    /** By what a list of organisations is narrowed. */
    public static final class Filter {
        /** Part of a name. */
        @QueryParam("q")
        @Nullable
        String q;

        /** What kind of body. */
        @QueryParam("kind")
        @Nullable
        OrganisationKind kind;

        /** Nation, such as {@code Wales}. */
        @QueryParam("nation")
        @Nullable
        String nation;

        /** Region, such as {@code South West}. */
        @QueryParam("region")
        @Nullable
        String region;

        /** Whether it exists. */
        @QueryParam("state")
        @Nullable
        OrganisationState state;

        /** A code under which others know it, as {@code scheme:value}. */
        @QueryParam("identifier")
        @Nullable
        String identifier;

        OrganisationDao.Filter columns() {
            int colon = identifier == null ? -1 : identifier.indexOf(':');
            if (identifier != null && colon < 1) {
                throw ProblemException.invalid(
                        "?identifier", "malformed", "Write it as scheme:value, such as gss:E08000035.");
            }
            String scheme = identifier == null ? null : identifier.substring(0, colon);
            String value = identifier == null ? null : identifier.substring(colon + 1);
            return new OrganisationDao.Filter(
                    q == null ? null : Text.key(q), kind, nation, region, state, scheme, value);
        }
    }

    /** Lists organisations, the one registered first first. */
    @GET
    @Allows(Action.READ)
    public Page<Organisation> list(@Auth Caller caller, @BeanParam Filter filter, @BeanParam Paging paging) {
        OrganisationDao.Filter columns = filter.columns();
        List<Organisation> read = dao.list(columns, paging.afterId(cursors), paging.limit() + 1);
        return paging.page(cursors, read, o -> o.id().toString(), () -> dao.count(columns));
    }

    /** Registers an organisation. */
    @POST
    @Allows(Action.ADMINISTER)
    @Creates("/v1/organisations")
    public Organisation register(@Auth Caller caller, OrganisationDraft draft) {
        return service.register(caller, draft);
    }

    /**
     * Reads one organisation.
     *
     * @param ref its id, slug, {@code scheme:value} or name
     */
    @GET
    @Path("/{ref}")
    @Allows(Action.READ)
    public Organisation get(@Auth Caller caller, @PathParam("ref") String ref) {
        OrganisationDao.Found found = found(ref);
        if (ref.matches("[a-z0-9-]+")
                && !ref.equals(found.slug())
                && !ref.equals(found.id().toString())) {
            throw new Moved("/v1/organisations/" + found.slug());
        }
        return dao.find(found.id()).orElseThrow(() -> ProblemException.notFound("organisation"));
    }

    /**
     * Changes members of an organisation.
     *
     * @param ref its id, slug, {@code scheme:value} or name
     */
    @PATCH
    @Path("/{ref}")
    @Consumes(Bodies.MERGE_PATCH)
    @Allows(Action.ADMINISTER)
    public Organisation update(
            @Auth Caller caller,
            @PathParam("ref") String ref,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            Patch patch) {
        return service.update(caller, found(ref).id(), ifMatch, patch);
    }

    /**
     * Reads what has changed in the life of an organisation's record. Of more than 500 steps, or of very long ones, these
     * are the latest; the feed has all.
     *
     * @param ref its id, slug, {@code scheme:value} or name
     */
    @GET
    @Path("/{ref}/history")
    @Allows(Action.READ)
    public Page<Revision> history(@Auth Caller caller, @PathParam("ref") String ref) {
        return History.of(events, found(ref).id(), caller);
    }

    private OrganisationDao.Found found(String ref) {
        return service.lookup().inPath(ref).orElseThrow(() -> ProblemException.notFound("organisation"));
    }
}
