package org.councilregistry.api.services;

import java.util.Optional;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Service;
import org.jdbi.v3.core.Handle;

/** Keeps the vocabulary of services. */
public final class ServiceService {
    private final EventService events;

    /** Writes these events. */
    public ServiceService(EventService events) {
        this.events = events;
    }

    /** Takes a service over from the list, within a transaction; empty when it is known already, just so. */
    public Optional<Service> put(Handle tx, Caller caller, ServiceDao.Row row) {
        Optional<Service> kept = tx.attach(ServiceDao.class).put(row);
        kept.ifPresent(s -> {
            String type = s.version() == 1 ? "service.created" : "service.updated";
            events.append(tx, caller, Change.of(type, s, null, "public"));
        });
        return kept;
    }
}
