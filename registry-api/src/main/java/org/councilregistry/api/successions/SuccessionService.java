package org.councilregistry.api.successions;

import java.util.Optional;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Succession;
import org.jdbi.v3.core.Handle;

/** Keeps who followed whom. */
public final class SuccessionService {
    private final EventService events;

    /** Writes these events. */
    public SuccessionService(EventService events) {
        this.events = events;
    }

    /** Notes a succession within a transaction; empty when it is known already, just so. */
    public Optional<Succession> put(Handle tx, Caller caller, SuccessionDao.Row row) {
        Optional<Succession> kept = tx.attach(SuccessionDao.class).put(row);
        kept.ifPresent(s -> {
            String type = s.version() == 1 ? "succession.created" : "succession.updated";
            events.append(tx, caller, Change.of(type, s, s.successor().id(), "public"));
        });
        return kept;
    }
}
