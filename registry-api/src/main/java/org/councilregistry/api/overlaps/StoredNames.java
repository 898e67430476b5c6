package org.councilregistry.api.overlaps;

import java.util.UUID;
import org.councilregistry.api.services.ServiceLookup;

/** What services and organisations are called, as they are registered. */
public final class StoredNames implements Reasons.Names {
    private final ServiceLookup services;
    private final OverlapDao dao;

    /** Reads by these. */
    public StoredNames(ServiceLookup services, OverlapDao dao) {
        this.services = services;
        this.dao = dao;
    }

    @Override
    public String service(String code) {
        return services.name(code);
    }

    @Override
    public String organisation(UUID id) {
        return dao.organisationName(id).orElse("another organisation");
    }
}
