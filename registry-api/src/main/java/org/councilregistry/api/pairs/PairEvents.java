package org.councilregistry.api.pairs;

import java.util.List;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.OverlapStep;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells the two owners of a pair what became of it: an event for each, seen by her organisation and by whoever oversees it.
 * An owner is told only while she may see the other one's work; when she no longer may, she is told to drop what she has.
 */
final class PairEvents {
    private static final String OWNER = "organisation";

    private final EventService events;

    PairEvents(EventService events) {
        this.events = events;
    }

    /** What happened to a pair. */
    record Happened(String type, @Nullable String why) {}

    /** Tells that something happened. */
    void tell(Handle tx, Caller caller, OverlapStep step, Happened happened) {
        List<PairUpdateDao.Owner> owners = tx.attach(PairUpdateDao.class).owners(step.id());
        boolean told = false;
        for (PairUpdateDao.Owner owner : owners) {
            if (owner.sees()) events.append(tx, caller, change(step, happened, owner));
            else if (owner.knows()) conceal(tx, step, owner);
            told |= owner.sees();
        }
        if (told) return;
        Change unowned = Change.of(happened.type(), step, null, OWNER).because(happened.why());
        events.append(tx, caller, unowned);
    }

    /** Tells an owner who may now see the pair, or no longer may. */
    void settle(Handle tx, OverlapStep step) {
        for (PairUpdateDao.Owner owner : tx.attach(PairUpdateDao.class).owners(step.id())) {
            if (owner.sees() == owner.knows() || (owner.sees() && step.state() == OverlapState.GONE)) continue;
            Happened shown = new Happened("overlap.opened", null);
            if (owner.sees()) events.append(tx, Caller.system("pairs"), change(step, shown, owner));
            else conceal(tx, step, owner);
        }
    }

    private static Change change(OverlapStep step, Happened happened, PairUpdateDao.Owner owner) {
        return Change.of(happened.type(), step, owner.organisation(), OWNER).because(happened.why());
    }

    /** An event that only the register's administrators see, followed by one without data for the owner. */
    private void conceal(Handle tx, OverlapStep step, PairUpdateDao.Owner owner) {
        Change narrowed = Change.of("overlap.changed", step, owner.organisation(), "admin")
                .seenBefore(OWNER);
        events.append(tx, Caller.system("pairs"), narrowed);
    }
}
