package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.councilregistry.api.platform.WrittenBefore.Written;
import org.councilregistry.schema.Entity;
import org.councilregistry.schema.Page;
import org.councilregistry.schema.SearchPage;
import org.jspecify.annotations.Nullable;

/**
 * Turns the record that a resource returns into the answer: what the caller may see of it, its ETag, 201 and Location for
 * what was made, 304 for what the caller has already. Streams {@link Rows}.
 */
@Priority(Priorities.ENTITY_CODER)
public final class EntityFilter implements ContainerResponseFilter {
    private final RowsWriter rows;

    @Context
    @SuppressWarnings("NullAway.Init") // set by Jersey before the first request
    private ResourceInfo resource;

    /**
     * Dates files by this clock.
     *
     * @param standing breaks off what somebody reads for long who may not go on
     */
    public EntityFilter(InstantSource clock, Consumer<Caller> standing) {
        rows = new RowsWriter(clock, standing);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Caller caller = Callers.of(request);
        // the header, not the caller: what is refused before the key was looked at is not to be kept either
        boolean keyed = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        headers.putSingle(HttpHeaders.VARY, "Authorization, Accept");
        headers.putSingle(HttpHeaders.CACHE_CONTROL, keyed ? "no-store" : "no-cache");
        if (response.getEntity() instanceof Rows<?> rows) {
            this.rows.answer(
                    rows, caller, response, (Runnable) Objects.requireNonNull(request.getProperty(Outflow.BREAK_OFF)));
            return;
        }
        if (!(response.getEntity() instanceof Record record) || response.getStatus() >= 300) return;
        boolean read = Requests.reads(request.getMethod()) && record instanceof Entity;
        Written written = read ? again(record, caller) : written(record, caller);
        link(request, response, record);
        if (record instanceof Entity entity) {
            String tag = written.tag();
            headers.putSingle(HttpHeaders.ETAG, tag);
            if (read && matches(request.getHeaderString("If-None-Match"), tag)) {
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
            if (!read) created(entity, response);
        }
        response.setEntity(written.body(), response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
    }

    private void created(Entity entity, ContainerResponseContext response) {
        if (resource.getResourceMethod() == null) return;
        Creates creates = resource.getResourceMethod().getAnnotation(Creates.class);
        if (creates == null) return;
        response.setStatus(201);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, creates.value() + "/" + entity.id());
    }

    /** The next page of a list, with every filter kept. */
    private static void link(ContainerRequestContext request, ContainerResponseContext response, Record record) {
        String next =
                record instanceof Page<?> page ? page.next() : record instanceof SearchPage found ? found.next() : null;
        if (next == null) return;
        URI address = request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam("cursor", next)
                .build();
        response.getHeaders()
                .putSingle(
                        HttpHeaders.LINK, "<" + address.getRawPath() + "?" + address.getRawQuery() + ">; rel=\"next\"");
    }

    /** How every page begins. */
    private static final String ITEMS = "{\"items\":[";

    /** For whom an answer was written: all of whom disclosure makes no difference. */
    private record Reader(
            boolean sector, boolean all, @Nullable UUID own) {
        static Reader of(Caller caller) {
            boolean all = caller.sees().equals("all");
            return new Reader(caller.seesSector(), all, all || !caller.seesSector() ? null : caller.own());
        }
    }

    private final WrittenBefore<Reader> before = new WrittenBefore<>(6_000, 8);

    private Written again(Record record, Caller caller) {
        return before.of(record, Reader.of(caller), () -> written(record, caller));
    }

    private Written written(Record record, Caller caller) {
        if (record instanceof Page<?> page) return new Written(written(page, caller), "");
        byte[] body = write(record, caller);
        return new Written(
                body, record instanceof Entity e ? "\"" + e.version() + "-" + Sha256.fingerprint(body) + "\"" : "");
    }

    /** A page, put together from what was written of its items. */
    private byte[] written(Page<?> page, Caller caller) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(1 << 14);
        byte[] frame = write(new Page<>(List.of(), page.next(), page.total()), caller);
        whole.write(frame, 0, ITEMS.length());
        String comma = "";
        for (Object item : page.items()) {
            whole.writeBytes(comma.getBytes(StandardCharsets.UTF_8));
            Record record = (Record) item;
            whole.writeBytes(record instanceof Entity ? again(record, caller).body() : write(record, caller));
            comma = ",";
        }
        whole.write(frame, ITEMS.length(), frame.length - ITEMS.length());
        return whole.toByteArray();
    }

    private static byte[] write(Record record, Caller caller) {
        try {
            return Disclosure.writer(caller).writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written", e);
        }
    }

    /** Whether a caller has what bears this tag already, by its {@code If-None-Match}. */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        for (String given : ifNoneMatch.split(",", -1)) {
            String bare = given.strip();
            if (bare.startsWith("W/")) bare = bare.substring(2);
            if (bare.replace("--gzip", "").equals(tag)) return true;
        }
        return false;
    }
}
