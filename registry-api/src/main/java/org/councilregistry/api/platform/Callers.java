package org.councilregistry.api.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who calls, as the request carries it. */
public final class Callers {
    private Callers() {}

    /** The caller of this request. */
    public static Caller of(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        if (security != null && security.getUserPrincipal() instanceof Caller caller) return caller;
        return Caller.anonymous(new Caller.Request(Requests.id(request), null, null));
    }

    /** Lets the rest of the request know who calls. */
    public static void set(ContainerRequestContext request, Caller caller) {
        boolean secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(new Known(caller, secure));
    }

    private record Known(Caller caller, boolean secure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return Words.of(caller.role()).equals(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return caller.known() ? "Bearer" : null;
        }
    }
}
