package org.councilregistry.api.checkpoints;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Paging;
import org.councilregistry.schema.Checkpoint;
import org.councilregistry.schema.Page;

/** Signed places in the log. */
@Path("/v1/checkpoints")
public final class CheckpointResource {
    private final CheckpointDao dao;
    private final Cursor cursors;

    /** Reads by this Dao. */
    public CheckpointResource(CheckpointDao dao, Cursor cursors) {
        this.dao = dao;
        this.cursors = cursors;
    }

    /**
     * Lists the signed places in the log, the latest one first. Keep one somewhere else: it proves later that the log up to
     * there is as it was.
     */
    @GET
    @Allows(Action.READ)
    public Page<Checkpoint> list(@Auth Caller caller, @BeanParam Paging paging) {
        String last = paging.after(cursors);
        return paging.page(
                cursors,
                dao.list(last == null ? Long.MAX_VALUE : Long.parseLong(last), paging.limit() + 1),
                checkpoint -> Long.toString(checkpoint.position()),
                dao::count);
    }
}
