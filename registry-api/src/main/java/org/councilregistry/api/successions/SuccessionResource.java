package org.councilregistry.api.successions;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.Succession;
import org.jspecify.annotations.Nullable;

/** Who followed whom. */
@Path("/v1/successions")
public final class SuccessionResource {
    private final SuccessionDao dao;
    private final OrganisationLookup organisations;
    private final Cursor cursors;

    /** Reads by this Dao. */
    public SuccessionResource(SuccessionDao dao, OrganisationLookup organisations, Cursor cursors) {
        this.dao = dao;
        this.organisations = organisations;
        this.cursors = cursors;
    }

    /**
     * Lists successions.
     *
     * @param organisation only those in which this organisation came before or after: id, slug or {@code scheme:value}
     */
    @GET
    @Allows(Action.READ)
    public Page<Succession> list(
            @Auth Caller caller, @QueryParam("organisation") @Nullable String organisation, @BeanParam Paging paging) {
        UUID of = organisations.optional(organisation, "?organisation");
        List<Succession> read = dao.list(of, paging.afterId(cursors), paging.limit() + 1);
        return paging.page(cursors, read, s -> s.id().toString(), () -> dao.count(of));
    }
}
