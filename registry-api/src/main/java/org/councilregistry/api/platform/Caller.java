package org.councilregistry.api.platform;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for whom, and what she may see.
 *
 * @param credential the key or the membership in use, or the signed-in person who acts for nobody; none for the public
 * @param role what that allows
 * @param organisation for whom she acts
 * @param standing what that organisation is to the registry
 * @param members the organisations that hers speaks for: members of a partnership, districts of a county
 * @param person who has signed in; none where a key is used
 * @param request the request that she makes
 */
public record Caller(
        @Nullable UUID credential,
        Role role,
        @Nullable OrganisationRef organisation,
        Standing standing,
        List<UUID> members,
        @Nullable Person person,
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
        return new Caller(null, Role.PUBLIC, null, Standing.USUAL, List.of(), null, request);
    }

    /** Somebody who acts by a key, or as the member that a signed-in person is. */
    public static Caller acting(Acting acting, @Nullable Person person, Request request) {
        return new Caller(
                acting.id(),
                acting.role(),
                acting.organisation(),
                acting.standing(),
                acting.members(),
                person,
                request);
    }

    /** Somebody who is signed in and acts for nobody: she reads what the public reads, and may ask to join. */
    public static Caller signedIn(Person person, Request request) {
        return new Caller(person.id(), Role.PUBLIC, null, Standing.USUAL, List.of(), person, request);
    }

    /** The same caller with another request. */
    public Caller asking(Request another) {
        return new Caller(credential, role, organisation, standing, members, person, another);
    }

    /** The service itself: commands and background work. */
    public static Caller system(String task) {
        return new Caller(
                null, Role.SECTOR_ADMIN, null, Standing.USUAL, List.of(), null, new Request(task, null, null));
    }

    /** The first argument of {@code can_see} that concerns the caller. */
    public String sees() {
        return switch (role) {
            case SECTOR_ADMIN, AUDITOR -> "all";
            case PUBLIC, UNKNOWN -> "public";
            case COORDINATOR -> "area";
            case VIEWER -> supplier() ? "public" : "sector";
            case CONTRIBUTOR, EDITOR -> supplier() ? "public" : "drafts";
            case ORGANISATION_ADMIN -> supplier() ? "public" : "admin";
        };
    }

    /** Whether she acts for a supplier, which reads what the public reads. */
    public boolean supplier() {
        return standing == Standing.SUPPLIER;
    }

    /** The id of her organisation. */
    public @Nullable UUID own() {
        return OrganisationRef.idOf(organisation);
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

    /** Whether she has shown a valid key, or is signed in. */
    public boolean known() {
        return credential != null;
    }

    /** Who has signed her in; none where a key is used. */
    public @Nullable String issuer() {
        return person == null ? null : person.issuer();
    }

    /** What that issuer knows her by. */
    public @Nullable String subject() {
        return person == null ? null : person.subject();
    }

    /** How a confirmation by her is signed. */
    public String signature() {
        return organisation == null ? role.name().toLowerCase(Locale.ROOT).replace('_', '-') : organisation.name();
    }

    @Override
    public String getName() {
        return credential == null ? "public" : credential.toString();
    }
}
