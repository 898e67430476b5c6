package org.councilregistry.api.keys;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.Whoami;

/** Who the registry takes the caller for. */
@Path("/v1/whoami")
public final class WhoamiResource {
    private final KeyDao dao;

    /** Reads by this Dao. */
    public WhoamiResource(KeyDao dao) {
        this.dao = dao;
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
}
