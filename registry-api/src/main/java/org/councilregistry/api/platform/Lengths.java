package org.councilregistry.api.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Says how long an answer is, also to who asks for nothing else (HEAD); otherwise a long one would be said to be empty. */
@Priority(0)
public final class Lengths implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof byte[] body) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, body.length);
        } else if (response.hasEntity() && request.getMethod().equals("HEAD")) {
            response.getHeaders().putSingle("Transfer-Encoding", "chunked");
        }
    }
}
