package org.councilregistry.api.platform;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for whom, and what she may see.
 *
 * @param key the key in use; none for the public
 * @param role what the key allows
 * @param organisation for whom she acts
 * @param supplier whether that is a supplier, which reads what the public reads
 * @param members the organisations that hers speaks for: members of a partnership, districts of a county
 * @param request the request that she makes
 */
public record Caller(
        @Nullable UUID key,
        Role role,
        @Nullable OrganisationRef organisation,
        boolean supplier,
        List<UUID> members,
        Request request)
        implements Principal {

    /**
     * What of the request matters to a change.
     *
     * @param id the request's id, as in the answer's {@code X-Request-Id} and in the log
     * @param idempotencyKey the caller's own key for the request, if it sent one
     * @param hash SHA-256 of method, path and body, where there is such a key
     */
    public record Request(String id, @Nullable String idempotencyKey, byte @Nullable [] hash) {}

    /** Somebody without a key. */
    public static Caller anonymous(Request request) {
        return new Caller(null, Role.PUBLIC, null, false, List.of(), request);
    }

    /** The service itself: commands and background work. */
    public static Caller system(String task) {
        return new Caller(null, Role.SECTOR_ADMIN, null, false, List.of(), new Request(task, null, null));
    }

    /** The first argument of {@code can_see} that concerns the caller. */
    public String sees() {
        return switch (role) {
            case SECTOR_ADMIN, AUDITOR -> "all";
            case PUBLIC, UNKNOWN -> "public";
            case COORDINATOR -> "area";
            case VIEWER -> supplier ? "public" : "sector";
            case CONTRIBUTOR, EDITOR -> supplier ? "public" : "drafts";
            case ORGANISATION_ADMIN -> supplier ? "public" : "admin";
        };
    }

    /** The id of her organisation. */
    public @Nullable UUID own() {
        return organisation == null ? null : organisation.id();
    }

    /** The organisations in a coordinator's area; null when her area is everywhere. */
    public UUID @Nullable [] area() {
        if (role != Role.COORDINATOR || organisation == null) return null;
        return members.toArray(UUID[]::new);
    }

    /** Whether she sees what is kept to public bodies. */
    public boolean seesSector() {
        return !sees().equals("public");
    }

    /** Whether she sees what is kept to this organisation itself. */
    public boolean seesOwn(@Nullable UUID owner) {
        return sees().equals("all") || (owner != null && seesSector() && owner.equals(own()));
    }

    /** Whether she has shown a valid key. */
    public boolean known() {
        return key != null;
    }

    /** How a confirmation by her is signed. */
    public String signature() {
        return organisation == null
                ? role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                : organisation.name();
    }

    @Override
    public String getName() {
        return key == null ? "public" : key.toString();
    }
}
