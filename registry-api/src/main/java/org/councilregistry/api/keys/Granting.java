package org.councilregistry.api.keys;

import java.util.Objects;
import java.util.UUID;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** Who may give which role, and for which organisation: the same for a key and for a member. */
public final class Granting {
    private final OrganisationLookup organisations;

    /** Looks organisations up here. */
    public Granting(OrganisationLookup organisations) {
        this.organisations = organisations;
    }

    /** The organisation for which a role is given; none for one that is sector-wide. */
    public @Nullable UUID organisation(Caller caller, Role role, @Nullable String named) {
        requireMayGive(caller, role);
        boolean sectorWide = sectorWide(role);
        if (sectorWide && named != null) {
            throw ProblemException.invalid(
                    "/organisation", "not-taken", "Who has this role belongs to no organisation.");
        }
        if (named == null && (sectorWide || role == Role.COORDINATOR)) return null;
        if (named == null && caller.organisation() == null) {
            throw ProblemException.invalid(
                    "/organisation", "required", "Say for which organisation the role is given.");
        }
        UUID id = named == null
                ? caller.own()
                : organisations.acting(named, "/organisation").id();
        if (caller.role() != Role.SECTOR_ADMIN && !Objects.equals(id, caller.own())) {
            throw new ProblemException(
                    ProblemType.NOT_YOUR_ORGANISATION, "You can give roles in your own organisation only.");
        }
        return id;
    }

    /** Refuses a role that nobody has, or that the caller may not give. */
    public static void requireMayGive(Caller caller, Role role) {
        if (role == Role.PUBLIC || role == Role.UNKNOWN) {
            throw ProblemException.invalid("/role", "needs-no-key", "What is public is read without a key or a role.");
        }
        boolean wide = sectorWide(role) || role == Role.COORDINATOR;
        if (wide && caller.role() != Role.SECTOR_ADMIN) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Only a sector administrator gives the roles sector-admin, auditor and coordinator.");
        }
    }

    private static boolean sectorWide(Role role) {
        return role == Role.SECTOR_ADMIN || role == Role.AUDITOR;
    }
}
