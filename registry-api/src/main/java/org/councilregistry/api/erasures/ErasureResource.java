package org.councilregistry.api.erasures;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Erasure;
import org.councilregistry.schema.ErasureDraft;

/** Removing persons. */
@Path("/v1/erasures")
public final class ErasureResource {
    private final ErasureService service;

    /** Removes by this service. */
    public ErasureResource(ErasureService service) {
        this.service = service;
    }

    /**
     * Removes a person for good: as the contact of records, from the events that name her, and from what publishers sent. An
     * organisation whose own system goes on sending her brings her back; the answer names those organisations. Backups that
     * were made before keep her until they are deleted.
     */
    @POST
    @Allows(Action.ERASE)
    public Erasure erase(@Auth Caller caller, ErasureDraft draft) {
        return service.erase(caller, draft);
    }
}
