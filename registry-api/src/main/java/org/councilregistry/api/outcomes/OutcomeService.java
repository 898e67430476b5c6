package org.councilregistry.api.outcomes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
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
import org.councilregistry.schema.OutcomeEvidence;
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
                            "/initiative",
                            "unknown-initiative",
                            "There is no such initiative, or you may not see it."));
            mayWrite(caller, work);
            Outcome outcome = dao.insert(Ids.next(), draft);
            events.append(tx, caller, Change.of("outcome.created", outcome, work.organisationId(), work.audience()));
            return outcome;
        });
    }

    /** What a caller asks of an outcome: which version she has read, and why, where a reason is needed. */
    public record Ask(
            UUID id, @Nullable IfMatch ifMatch, @Nullable String reason) {}

    /** Changes an outcome by a merge-patch. */
    public Outcome update(Caller caller, Ask ask, Patch patch) {
        return write(caller, tx -> {
            OutcomeDao dao = tx.attach(OutcomeDao.class);
            Outcome current = load(dao, caller, ask);
            OutcomeDraft before = OutcomeDraft.of(current);
            OutcomeDraft after = patch.onto(before, OutcomeDraft.class);
            if (after.assurance() == null) after = after.withAssurance(Assurance.CLAIMED);
            check(after);
            if (!current.initiative().equals(after.initiative())) {
                throw ProblemException.invalid(
                        "/initiative", "fixed", "An outcome stays with its initiative. Remove it and record it there.");
            }
            if (after.equals(before)) return current;
            Outcome changed = dao.update(current.id(), current.version(), after)
                    .orElseThrow(() -> IfMatch.stale(find(dao, caller, ask.id())));
            OutcomeDao.Work work = work(dao, changed.initiative());
            Change change = Change.of("outcome.updated", changed, work.organisationId(), work.audience());
            events.append(tx, caller, change.because(ask.reason()));
            return changed;
        });
    }

    /** Removes an outcome that was recorded by mistake; who could see it is told that it is gone. */
    public void remove(Caller caller, Ask ask) {
        databases.inTransaction(tx -> {
            OutcomeDao dao = tx.attach(OutcomeDao.class);
            Outcome current = load(dao, caller, ask);
            Outcome removed = dao.remove(current.id(), current.version())
                    .orElseThrow(() -> IfMatch.stale(find(dao, caller, ask.id())));
            OutcomeDao.Work work = work(dao, removed.initiative());
            String now = work.state() == InitiativeState.DRAFT ? work.audience() : "organisation";
            Change change = Change.of("outcome.removed", removed, work.organisationId(), now);
            events.append(tx, caller, change.seenBefore(work.audience()).because(ask.reason()));
            return removed;
        });
    }

    /** Removes the outcomes of an initiative that is about to be redacted, with every text of theirs, for good. */
    public void redact(Handle tx, Caller caller, UUID initiative, @Nullable String reason) {
        OutcomeDao dao = tx.attach(OutcomeDao.class);
        OutcomeDao.Work work = work(dao, initiative);
        String now = work.state() == InitiativeState.DRAFT ? work.audience() : "organisation";
        for (Outcome redacted : dao.redact(initiative)) {
            events.redact(tx, redacted.id());
            Change change = Change.of("outcome.redacted", redacted, work.organisationId(), now);
            events.append(tx, caller, change.seenBefore(work.audience()).because(reason));
        }
    }

    /** Tells who may see the outcomes of an initiative now, and who no longer may. */
    public void follow(Handle tx, Caller caller, UUID initiative, String before) {
        OutcomeDao dao = tx.attach(OutcomeDao.class);
        OutcomeDao.Work work = work(dao, initiative);
        for (Outcome outcome : dao.of(initiative)) {
            Change change = Change.of("outcome.updated", outcome, work.organisationId(), work.audience());
            events.append(tx, caller, change.seenBefore(before));
        }
    }

    private Outcome write(Caller caller, Function<Handle, Outcome> effect) {
        OutcomeDao reads = databases.read(OutcomeDao.class);
        return databases.write(caller, id -> reads.find(id, caller), effect);
    }

    /** The outcome that a caller may change, at the version that she has read. */
    private static Outcome load(OutcomeDao dao, Caller caller, Ask ask) {
        Outcome outcome = find(dao, caller, ask.id());
        OutcomeDao.Work work = work(dao, outcome.initiative());
        mayWrite(caller, work);
        Access.requireReason(caller, work.organisationId(), ask.reason());
        IfMatch.require(ask.ifMatch(), outcome);
        return outcome;
    }

    private static Outcome find(OutcomeDao dao, Caller caller, UUID id) {
        return dao.find(id, caller).orElseThrow(() -> ProblemException.notFound("outcome"));
    }

    private static OutcomeDao.Work work(OutcomeDao dao, UUID initiative) {
        return dao.work(initiative, Caller.system("audience")).orElseThrow();
    }

    private static void mayWrite(Caller caller, OutcomeDao.Work work) {
        boolean draft = work.state() == InitiativeState.DRAFT;
        Access.Facts facts = new Access.Facts(work.organisationId(), draft, work.unclaimed());
        Access.require(caller, draft ? Action.DRAFT : Action.PUBLISH, facts);
    }

    private void check(OutcomeDraft draft) {
        boolean money = draft.unit() == MeasureUnit.GBP;
        if (!money && draft.kind() != null) {
            throw ProblemException.invalid(
                    "/kind", "money-only", "kind is for money only: set unit to gbp, or leave it out.");
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
        for (int i = 0; i < draft.evidence().size(); i++) {
            OutcomeEvidence evidence = draft.evidence().get(i);
            if (evidence.url() != null || evidence.note() != null) continue;
            throw ProblemException.invalid("/evidence/" + i, "empty", "Say what it shows, or where to read it.");
        }
        if (draft.measuredOn() != null && draft.measuredOn().isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw ProblemException.invalid("/measuredOn", "future", "It cannot have been measured in the future.");
        }
    }
}
