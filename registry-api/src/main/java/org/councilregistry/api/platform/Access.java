package org.councilregistry.api.platform;

import java.util.UUID;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what to a record. One pure function; everything that is not allowed here is denied. */
public final class Access {
    /** Allowed, refused, or not to be known about. */
    public enum Decision {
        /** Go on. */
        ALLOW,
        /** The record belongs to somebody else. */
        DENY,
        /** The caller's role never allows it. */
        FORBID,
        /** The caller's organisation no longer exists. */
        DISSOLVED
    }

    /**
     * What matters about the record. That the caller may see it has been settled by {@code can_see} when it was read.
     *
     * @param owner the organisation that it belongs to
     * @param draft whether it is a draft, before and after the change
     * @param unclaimed whether it was registered by somebody else and not claimed yet
     */
    public record Facts(UUID owner, boolean draft, boolean unclaimed) {}

    private Access() {}

    /** Whether the caller may do this to a record with these facts. */
    public static Decision decide(Caller caller, Action action, @Nullable Facts facts) {
        if (!action.permits(caller.role()) || (caller.supplier() && !reads(action))) return Decision.FORBID;
        if (caller.standing() == Standing.DISSOLVED && !reads(action)) return Decision.DISSOLVED;
        if (action == Action.JOIN && !caller.known()) return Decision.FORBID;
        if (facts == null || action == Action.READ || caller.role() == Role.SECTOR_ADMIN) return Decision.ALLOW;
        if (caller.role() == Role.COORDINATOR) return inArea(caller, facts) ? Decision.ALLOW : Decision.DENY;
        if (facts.owner().equals(caller.own())) {
            return caller.role() == Role.CONTRIBUTOR && !facts.draft() ? Decision.FORBID : Decision.ALLOW;
        }
        boolean forMember = facts.unclaimed() && caller.members().contains(facts.owner());
        return forMember && action == Action.PUBLISH ? Decision.ALLOW : Decision.DENY;
    }

    /** Who does not write reads, and may lose her key; people may ask to join a council. */
    private static boolean reads(Action action) {
        return action == Action.READ || action == Action.GIVE_BACK || action == Action.JOIN;
    }

    private static boolean inArea(Caller caller, Facts facts) {
        return caller.organisation() == null || caller.members().contains(facts.owner());
    }

    /** Goes on only when the caller may. */
    public static void require(Caller caller, Action action, @Nullable Facts facts) {
        switch (decide(caller, action, facts)) {
            case ALLOW -> {}
            case FORBID -> throw forbidden(caller);
            case DISSOLVED -> throw dissolved(caller);
            case DENY ->
                throw new ProblemException(
                        ProblemType.NOT_YOUR_ORGANISATION,
                        "The record belongs to another organisation than your key. Use a key of that organisation.");
        }
    }

    /** Goes on only when a sector administrator who changes another organisation's record has said why. */
    public static void requireReason(Caller caller, UUID owner, @Nullable String reason) {
        boolean foreign = caller.known() && caller.role() == Role.SECTOR_ADMIN && !owner.equals(caller.own());
        if (foreign && (reason == null || reason.isBlank())) {
            throw ProblemException.invalid(
                    "?reason", "required", "You change another organisation's record: say why with ?reason=.");
        }
    }

    private static ProblemException dissolved(Caller caller) {
        String name = caller.organisation() == null ? "" : caller.organisation().name();
        return new ProblemException(
                ProblemType.ORGANISATION_DISSOLVED,
                name
                        + " no longer exists: what acts for it reads and changes nothing. Use a key of its successor, which"
                        + " GET /v1/organisations/" + caller.own() + " names.");
    }

    static ProblemException forbidden(Caller caller) {
        if (!caller.known()) {
            return new ProblemException(
                    ProblemType.UNAUTHENTICATED,
                    "This call needs a key, or a token of your organisation's sign-in: send it as 'Authorization: Bearer"
                            + " crk_...'. Your organisation's administrator makes keys.");
        }
        if (caller.person() != null && caller.person().id().equals(caller.credential())) {
            return new ProblemException(
                    ProblemType.FORBIDDEN,
                    "You are signed in and act for nobody. Name one of your organisations in the header Acting-For, or ask"
                            + " to join one by POST /v1/joining-requests; GET /v1/whoami says which there are.");
        }
        return new ProblemException(
                ProblemType.FORBIDDEN,
                "Your key's role does not allow this. Ask your organisation's administrator for a key with another role.");
    }
}
