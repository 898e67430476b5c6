package org.councilregistry.api.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** What holds for every operation: who may call it, which query parameters it knows, and that a repeated one is told. */
public final class Operations implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (!method.getDeclaringClass().getPackageName().startsWith("org.councilregistry.")) return;
        Allows allows = method.getAnnotation(Allows.class);
        if (allows == null) {
            throw new IllegalStateException(method + " does not say who may call it: add @Allows(...)");
        }
        boolean page = page(resource.getResourceClass());
        context.register(new May(allows.value(), page ? null : parameters(method)));
        String verb = verb(method);
        if (verb.equals(HttpMethod.GET) || allows.value() == Action.READ) return;
        context.register(new FromElsewhere());
        if (verb.equals(HttpMethod.POST)) context.register(new Repeated());
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
    }

    /** Whether these are pages for people, who follow links that others have decorated. */
    private static boolean page(Class<?> resource) {
        Produces produces = resource.getAnnotation(Produces.class);
        return produces != null && produces.value()[0].startsWith(MediaType.TEXT_HTML);
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) names.add(query.value());
            for (Field field : parameter.getType().getDeclaredFields()) {
                QueryParam inner = field.getAnnotation(QueryParam.class);
                if (inner != null) names.add(inner.value());
            }
        }
        return names;
    }

    @Priority(Priorities.AUTHORIZATION)
    private record May(Action action, @Nullable Set<String> known) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Access.require(Callers.of(request), action, null);
            for (Map.Entry<String, List<String>> parameter :
                    request.getUriInfo().getQueryParameters().entrySet()) {
                String name = parameter.getKey();
                if (known != null && !known.contains(name)) throw unknown(name, known);
                // no column of the database can hold it
                if (parameter.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                    throw ProblemException.invalid("?" + Text.shown(name), "not-text", "Leave the character NUL out.");
                }
            }
        }

        private static ProblemException unknown(String name, Set<String> known) {
            String meant = Text.nearest(name, known);
            String cure = meant != null
                    ? "did you mean '" + meant + "'?"
                    : known.isEmpty() ? "this call takes none" : "known are: " + String.join(", ", known);
            return new ProblemException(
                            ProblemType.UNKNOWN_FIELD,
                            "There is no query parameter '" + Text.shown(name) + "' here: " + cure)
                    .at("?" + Text.shown(name), "unknown-field", cure);
        }
    }

    /** Refuses changes that a page of another site has a browser send: its reader knows nothing of them. */
    @Priority(Priorities.AUTHORIZATION)
    private static final class FromElsewhere implements ContainerRequestFilter {
        private static final Set<String> HERE = Set.of("same-origin", "none");

        @Override
        public void filter(ContainerRequestContext request) {
            String site = request.getHeaderString("Sec-Fetch-Site");
            if (site == null || HERE.contains(site)) return;
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "A page of another site has made your browser send this. Change records from a program, or from the"
                            + " registry's own pages.");
        }
    }

    /** Notes the caller's Idempotency-Key together with a hash of what it was sent with. */
    @Priority(Priorities.USER)
    private static final class Repeated implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            String key = request.getHeaderString("Idempotency-Key");
            if (key == null) return;
            if (key.isBlank() || key.length() > 200 || !key.chars().allMatch(c -> c > 32 && c < 127)) {
                throw new ProblemException(
                        ProblemType.MALFORMED,
                        "Idempotency-Key must have 1 to 200 visible ASCII characters. A random UUID is a good key.");
            }
            byte[] body = request.getEntityStream().readNBytes(Bodies.LIMIT + 1);
            request.setEntityStream(new ByteArrayInputStream(body));
            Caller caller = Callers.of(request);
            Caller.Request noted = new Caller.Request(caller.request().id(), key, hash(request, body));
            Callers.set(request, caller.asking(noted));
        }

        private static byte[] hash(ContainerRequestContext request, byte[] body) {
            MessageDigest digest = Sha256.digest();
            String line = request.getMethod() + " " + request.getUriInfo().getPath() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        }
    }
}
