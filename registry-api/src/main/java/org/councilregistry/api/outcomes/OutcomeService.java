package org.councilregistry.api.outcomes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Assurance;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.MeasureUnit;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraft;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records outcomes and changes them. */
public final class OutcomeService {
    private final Databases databases;
    private final EventService events;
    private final InstantSource clock;
    private final ZoneId zone;

    /** Works on this database; dates are those of this zone. */
    public OutcomeService(Databases databases, EventService events, InstantSource clock, ZoneId zone) {
        this.databases = databases;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Records an outcome of a piece of work. */
    public Outcome register(Caller caller, OutcomeDraft draft) {
        check(draft);
        return write(caller, tx -> {
            OutcomeDao dao = tx.attach(OutcomeDao.class);
            UUID initiative = Objects.requireNonNull(draft.initiative());
            OutcomeDao.Work work = dao.work(initiative, caller)
                    .orElseThrow(() -> ProblemException.invalid(
                            "/initiative", "unknown-initiative", "There is no such initiative, or you may not see it."));
            mayWrite(caller, work);
            Outcome outcome = dao.insert(Ids.next(), draft);
            append(tx, caller, "outcome.created", outcome);
            return outcome;
        });
    }

    /** Changes an outcome by a merge-patch. */
    public Outcome update(Caller caller, UUID id, @Nullable IfMatch ifMatch, Patch patch) {
        return write(caller, tx -> {
            Outcome current = load(tx, caller, id);
            IfMatch.require(ifMatch, current);
            OutcomeDraft before = draft(current);
            OutcomeDraft after = patch.onto(before, OutcomeDraft.class);
            check(after);
            if (!current.initiative().equals(after.initiative())) {
                throw ProblemException.invalid(
                        "/initiative", "fixed", "An outcome stays with its initiative. Remove it and record it there.");
            }
            if (after.equals(before)) return current;
            Outcome changed = tx.attach(OutcomeDao.class)
                    .update(id, current.version(), after)
                    .orElseThrow(() -> IfMatch.stale(load(tx, caller, id)));
            append(tx, caller, "outcome.updated", changed);
            return changed;
        });
    }

    /** Removes an outcome that was recorded by mistake. */
    public void remove(Caller caller, UUID id, @Nullable IfMatch ifMatch) {
        databases.inTransaction(tx -> {
            Outcome current = load(tx, caller, id);
            IfMatch.require(ifMatch, current);
            Outcome removed = tx.attach(OutcomeDao.class)
                    .remove(id, current.version())
                    .orElseThrow(() -> IfMatch.stale(load(tx, caller, id)));
            OutcomeDao.Work work = tx.attach(OutcomeDao.class)
                    .work(removed.initiative(), caller)
                    .orElseThrow();
            Change change = Change.of("outcome.removed", removed, work.organisationId(), "organisation");
            events.append(tx, caller, change.seenBefore(work.audience()));
            return removed;
        });
    }

    private Outcome write(Caller caller, Function<Handle, Outcome> effect) {
        OutcomeDao reads = databases.read(OutcomeDao.class);
        return databases.write(caller, id -> reads.find(id, caller), effect);
    }

    private static Outcome load(Handle tx, Caller caller, UUID id) {
        OutcomeDao dao = tx.attach(OutcomeDao.class);
        Optional<Outcome> found = dao.find(id, caller);
        Outcome outcome = found.orElseThrow(() -> ProblemException.notFound("outcome"));
        mayWrite(caller, dao.work(outcome.initiative(), caller).orElseThrow());
        return outcome;
    }

    private static void mayWrite(Caller caller, OutcomeDao.Work work) {
        boolean draft = work.state() == InitiativeState.DRAFT;
        Access.Facts facts = new Access.Facts(work.organisationId(), draft, work.unclaimed());
        Access.require(caller, draft ? Action.DRAFT : Action.PUBLISH, facts);
    }

    private void append(Handle tx, Caller caller, String type, Outcome outcome) {
        OutcomeDao.Work work = tx.attach(OutcomeDao.class)
                .work(outcome.initiative(), Caller.system("audience"))
                .orElseThrow();
        events.append(tx, caller, Change.of(type, outcome, work.organisationId(), work.audience()));
    }

    private void check(OutcomeDraft draft) {
        boolean money = draft.unit() == MeasureUnit.GBP;
        if (!money && draft.kind() != null) {
            throw ProblemException.invalid("/kind", "money-only", "kind is for money only: set unit to gbp, or leave it out.");
        }
        if (!money && draft.period() != null) {
            throw ProblemException.invalid(
                    "/period", "money-only", "period is for money only: set unit to gbp, or leave it out.");
        }
        boolean checked = draft.assurance() == Assurance.EVIDENCED || draft.assurance() == Assurance.INDEPENDENT;
        if (checked && draft.evidence().isEmpty()) {
            throw ProblemException.invalid(
                    "/assurance", "no-evidence", "Give the evidence that shows it, or say claimed.");
        }
        if (draft.measuredOn() != null && draft.measuredOn().isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw ProblemException.invalid("/measuredOn", "future", "It cannot have been measured in the future.");
        }
    }

    private static OutcomeDraft draft(Outcome o) {
        return new OutcomeDraft(
                o.initiative(),
                o.statement(),
                o.benefitArea(),
                o.kind(),
                o.period(),
                o.measure(),
                o.unit(),
                o.baseline(),
                o.target(),
                o.actual(),
                o.measuredOn(),
                o.method(),
                o.evidence(),
                o.assurance());
    }
}
