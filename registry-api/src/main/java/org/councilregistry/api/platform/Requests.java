package org.councilregistry.api.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Reads off the request what the servlet filter before Jersey has put there: its id. */
@PreMatching
@Priority(0)
final class Requests implements ContainerRequestFilter {
    /** The request's attribute and the log's key. */
    static final String ID = "requestId";

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(ID) == null) request.setProperty(ID, Ids.next().toString());
    }

    static String id(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(ID));
    }
}
