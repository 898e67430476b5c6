package org.councilregistry.api.whoami;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.keys.KeyDao;
import org.councilregistry.api.keys.KeyService;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Person;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.Membership;
import org.councilregistry.schema.Whoami;
import org.jspecify.annotations.Nullable;

/** Who the registry takes the caller for. */
@Path("/v1/whoami")
public final class WhoamiResource {
    private final KeyDao keys;
    private final KeyService service;
    private final Credentials credentials;

    /** Reads by the Dao and these credentials, writes by the service. */
    public WhoamiResource(KeyDao keys, KeyService service, Credentials credentials) {
        this.keys = keys;
        this.service = service;
        this.credentials = credentials;
    }

    /**
     * Says for whom the caller acts and what she may do; without a key, that she is the public. A signed-in person is told
     * for whom she may act, and whom she may want to ask to join.
     */
    @GET
    @Allows(Action.READ)
    public Whoami get(@Auth Caller caller) {
        if (caller.person() != null) return person(caller, caller.person());
        UUID key = caller.credential();
        Instant expiry = key == null
                ? null
                : keys.find(key, Caller.system("whoami")).map(Key::expiresAt).orElse(null);
        return new Whoami(caller.role(), caller.organisation(), key, expiry, null, List.of(), List.of());
    }

    private Whoami person(Caller caller, Person person) {
        List<Membership> memberships = credentials.rights(person).stream()
                .map(right -> new Membership(right.id(), right.role(), right.organisation()))
                .toList();
        UUID member = person.id().equals(caller.credential()) ? null : caller.credential();
        return new Whoami(
                caller.role(), caller.organisation(), null, null, member, memberships, credentials.proposals(person));
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
