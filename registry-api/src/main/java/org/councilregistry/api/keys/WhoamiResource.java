package org.councilregistry.api.keys;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.Whoami;
import org.jspecify.annotations.Nullable;

/** Who the registry takes the caller for. */
@Path("/v1/whoami")
public final class WhoamiResource {
    private final KeyDao dao;
    private final KeyService service;

    /** Reads by the Dao, writes by the service. */
    public WhoamiResource(KeyDao dao, KeyService service) {
        this.dao = dao;
        this.service = service;
    }

    /** Says for whom the caller acts and what she may do; without a key, that she is the public. */
    @GET
    @Allows(Action.READ)
    public Whoami get(@Auth Caller caller) {
        if (caller.key() == null) return new Whoami(caller.role(), null, null, null);
        java.time.Instant expiry = dao.find(caller.key(), Caller.system("whoami"))
                .map(Key::expiresAt)
                .orElse(null);
        return new Whoami(caller.role(), caller.organisation(), caller.key(), expiry);
    }

    /**
     * Takes back the key that the caller calls with, for good: what to do when it has leaked and nobody else can be reached.
     *
     * @param ifMatch a key that leaked is taken back whatever its version
     */
    @POST
    @Path("/revoke")
    @Allows(Action.GIVE_BACK)
    public Key revoke(@Auth Caller caller, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return service.giveBack(caller, ifMatch);
    }
}
