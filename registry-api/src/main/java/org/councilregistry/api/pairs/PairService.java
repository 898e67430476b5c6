package org.councilregistry.api.pairs;

import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Response;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes what owners say to an overlap, and what coordinators decide. */
public final class PairService {
    private final Databases databases;
    private final PairEvents events;

    /** Works on this database. */
    public PairService(Databases databases, EventService events) {
        this.databases = databases;
        this.events = new PairEvents(events);
    }

    /** What a caller asks of an overlap: which version she has read. */
    public record Ask(UUID id, @Nullable IfMatch ifMatch) {}

    /** Keeps what one of the two owners says. It blocks nothing. */
    public Overlap respond(Caller caller, Ask ask, OverlapResponse response) {
        requireWhy("/why", response.response(), response.why());
        return write(caller, ask, (tx, current) -> {
            UUID owner = owner(caller, current);
            Access.require(caller, Action.RESPOND, new Access.Facts(owner, false, false));
            IfMatch.honour(ask.ifMatch(), current);
            requireShown(current, "answered");
            PairDao dao = tx.attach(PairDao.class);
            events.tell(
                    tx,
                    caller,
                    dao.respond(current.id(), current.version(), response, owner)
                            .orElseThrow(() -> IfMatch.stale(load(dao, caller, ask.id()))),
                    new PairEvents.Happened("overlap.responded", response.why()));
            return load(dao, caller, ask.id());
        });
    }

    /** Keeps what a coordinator decides; she may decide again. */
    public Overlap decide(Caller caller, Ask ask, OverlapDecision decision) {
        return write(caller, ask, (tx, current) -> {
            Access.require(caller, Action.DECIDE, null);
            IfMatch.require(ask.ifMatch(), current);
            requireShown(current, "decided");
            PairDao dao = tx.attach(PairDao.class);
            events.tell(
                    tx,
                    caller,
                    dao.decide(current.id(), current.version(), decision, caller.credential())
                            .orElseThrow(() -> IfMatch.stale(load(dao, caller, ask.id()))),
                    new PairEvents.Happened("overlap.decided", decision.rationale()));
            return load(dao, caller, ask.id());
        });
    }

    /** Refuses an answer that calls two pieces of work different and does not say why. */
    static void requireWhy(String pointer, @Nullable Response response, @Nullable String why) {
        if (response == Response.DIFFERENT && why == null) {
            throw ProblemException.invalid(pointer, "required", "Say what makes the difference.");
        }
    }

    private Overlap write(Caller caller, Ask ask, BiFunction<Handle, Overlap, Overlap> effect) {
        PairDao reads = databases.read(PairDao.class);
        return databases.write(
                caller,
                id -> reads.find(id, caller),
                tx -> effect.apply(tx, load(tx.attach(PairDao.class), caller, ask.id())));
    }

    private static Overlap load(PairDao dao, Caller caller, UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("overlap"));
    }

    /** The owner for whom the caller speaks; where she speaks for none, one for whom she does not. */
    private static UUID owner(Caller caller, Overlap overlap) {
        UUID right = overlap.right().organisation().id();
        return Objects.equals(right, caller.own())
                ? right
                : overlap.left().organisation().id();
    }

    private static void requireShown(Overlap overlap, String step) {
        if (overlap.state() != OverlapState.GONE && overlap.state() != OverlapState.CLOSED) return;
        throw new ProblemException(
                ProblemType.TRANSITION_NOT_ALLOWED,
                "An overlap that is gone or closed cannot be " + step
                        + ". It opens again when the two are alike again.");
    }
}
