package org.councilregistry.api.platform;

import jakarta.ws.rs.container.ContainerRequestContext;

/** What is read off a request. */
public final class Requests {
    /** The request's attribute and the log's key: its id, which {@link RequestIds} puts there. */
    static final String ID = "requestId";

    private Requests() {}

    /** Whether a method only reads; HEAD is answered like GET, without the body. */
    public static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    static String id(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(ID));
    }
}
