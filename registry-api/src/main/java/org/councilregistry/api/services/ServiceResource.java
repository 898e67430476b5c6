package org.councilregistry.api.services;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.councilregistry.api.events.EventDao;
import org.councilregistry.api.events.History;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Revision;
import org.councilregistry.schema.Service;
import org.jspecify.annotations.Nullable;

/** The vocabulary of services. */
@Path("/v1/services")
public final class ServiceResource {
    private final ServiceDao dao;
    private final EventDao events;
    private final Cursor cursors;

    /** Reads by these Daos. */
    public ServiceResource(ServiceDao dao, EventDao events, Cursor cursors) {
        this.dao = dao;
        this.events = events;
        this.cursors = cursors;
    }

    /**
     * Lists services.
     *
     * @param q part of a label or synonym, or the end of a code
     */
    @GET
    @Allows(Action.READ)
    public Page<Service> list(@Auth Caller caller, @QueryParam("q") @Nullable String q, @BeanParam Paging paging) {
        String part = q == null ? null : q.toLowerCase(Locale.ROOT).strip();
        return paging.page(
                cursors,
                dao.list(part, paging.afterId(cursors), paging.limit() + 1),
                s -> s.id().toString(),
                () -> dao.count(part));
    }

    /**
     * Reads one service.
     *
     * @param code its code, such as {@code lgsl:524}
     */
    @GET
    @Path("/{code}")
    @Allows(Action.READ)
    public Service get(@Auth Caller caller, @PathParam("code") String code) {
        return dao.find(ServiceLookup.normal(code)).orElseThrow(() -> ProblemException.notFound("service"));
    }

    /**
     * Reads what has changed in the life of a service's entry. Of more than 500 steps, or of very long ones, these are the
     * latest; the feed has all.
     *
     * @param code its code, such as {@code lgsl:524}
     */
    @GET
    @Path("/{code}/history")
    @Allows(Action.READ)
    public Page<Revision> history(@Auth Caller caller, @PathParam("code") String code) {
        return History.of(events, get(caller, code).id(), caller);
    }
}
