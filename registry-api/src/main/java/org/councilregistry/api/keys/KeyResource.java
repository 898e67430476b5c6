package org.councilregistry.api.keys;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Page;
import org.jspecify.annotations.Nullable;

/** API keys. */
@Path("/v1/keys")
public final class KeyResource {
    private final KeyService service;
    private final KeyDao dao;
    private final Cursor cursors;

    /** Reads by the Dao, writes by the service. */
    public KeyResource(KeyService service, KeyDao dao, Cursor cursors) {
        this.service = service;
        this.dao = dao;
        this.cursors = cursors;
    }

    /** Lists the keys of the caller's organisation. */
    @GET
    @Allows(Action.READ_KEYS)
    public Page<Key> list(@Auth Caller caller, @BeanParam Paging paging) {
        return paging.page(
                cursors,
                dao.list(paging.afterId(cursors), paging.limit() + 1, caller),
                k -> k.id().toString(),
                () -> dao.count(caller));
    }

    /** Makes a key. Its secret is shown in this answer and never again. */
    @POST
    @Allows(Action.MANAGE_KEYS)
    @Creates("/v1/keys")
    public CreatedKey create(@Auth Caller caller, KeyDraft draft) {
        return service.create(caller, draft);
    }

    /** Reads one key, without its secret. */
    @GET
    @Path("/{id}")
    @Allows(Action.READ_KEYS)
    public Key get(@Auth Caller caller, @PathParam("id") UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("key"));
    }

    /**
     * Takes a key back, for good; within five seconds it stops working everywhere.
     *
     * @param ifMatch a key that leaked is taken back whatever its version
     */
    @POST
    @Path("/{id}/revoke")
    @Allows(Action.MANAGE_KEYS)
    public Key revoke(
            @Auth Caller caller, @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return service.revoke(caller, id, ifMatch);
    }
}
