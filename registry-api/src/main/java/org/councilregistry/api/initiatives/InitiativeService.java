package org.councilregistry.api.initiatives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.platform.Access;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.ConfirmDraft;
import org.councilregistry.schema.Confirmed;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativePhaseDraft;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.ParticipantState;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registers initiatives, changes them, and takes them through their lives. */
public final class InitiativeService {
    private final Databases databases;
    private final EventService events;
    private final InitiativeChecks checks;
    private final InitiativeWriter writer;
    private final Consumer<Initiative> written;
    private final Redacted redacted;

    /** Removes every text of what belongs to an initiative, for good, while that is still seen by those who see it. */
    public interface Redacted {
        /** Does so. */
        void redact(Handle tx, Caller caller, UUID initiative, @Nullable String reason);
    }

    /** Tells who may see what belongs to an initiative now, and who no longer may. */
    public interface Seen {
        /** Does so; {@code before} is who could, in the words of {@code can_see}. */
        void follow(Handle tx, Caller caller, UUID initiative, String before);
    }

    /** What belongs to initiatives and is kept elsewhere: what happens to it when something happens to them. */
    public record Belongings(Redacted redacted, Seen seen) {}

    /** Works on this database; tells {@code written} of each record that has become durable. */
    public InitiativeService(
            Databases databases,
            EventService events,
            InitiativeChecks checks,
            Consumer<Initiative> written,
            Belongings belongings) {
        this.databases = databases;
        this.events = events;
        this.checks = checks;
        this.writer = new InitiativeWriter(events, checks, belongings.seen());
        this.written = written;
        this.redacted = belongings.redacted();
    }

    /** Registers a draft, seen by its own organisation only until it is published. */
    public Initiative register(Caller caller, InitiativeDraft draft) {
        OrganisationDao.Found lead = checks.lead(draft.organisation());
        boolean unclaimed = !lead.id().equals(caller.own());
        Access.require(caller, Action.DRAFT, new Access.Facts(lead.id(), true, unclaimed));
        InitiativeDraft normal = checks.normalised(draft);
        return write(
                caller,
                tx -> writer.insert(
                        tx, caller, new InitiativeWriter.Entry(lead, InitiativeState.DRAFT, Origin.FORM), normal));
    }

    /** What a caller asks of a record: which version she has read, and why, where a reason is needed. */
    public record Ask(
            UUID id, @Nullable IfMatch ifMatch, @Nullable String reason) {}

    /** Changes a record by a merge-patch. */
    public Initiative update(Caller caller, Ask ask, Patch patch) {
        return write(caller, tx -> {
            Initiative current = load(tx, caller, ask.id());
            mayChange(caller, current, ask.reason());
            IfMatch.require(ask.ifMatch(), current);
            InitiativeDraft before = InitiativeDraft.of(current);
            InitiativeDraft asked = checks.normalised(patch.onto(before, InitiativeDraft.class));
            if (!asked.organisation().equals(before.organisation())) {
                throw ProblemException.invalid(
                        "/organisation", "fixed", "An initiative does not change its organisation by an edit.");
            }
            InitiativeDraft after = checks.phase(current, asked, true);
            return after.equals(before) ? current : writer.update(tx, caller, current, after, ask.reason());
        });
    }

    /** Adds a phase to the record's history; it becomes the current one. */
    public Initiative enter(Caller caller, Ask ask, InitiativePhaseDraft phase) {
        return write(caller, tx -> {
            Initiative current = load(tx, caller, ask.id());
            mayChange(caller, current, ask.reason());
            IfMatch.require(ask.ifMatch(), current);
            if (phase.phase() == current.phase()) {
                throw ProblemException.invalid("/phase", "unchanged", "The work is in this phase already.");
            }
            InitiativeDraft asked = InitiativeDraft.of(current)
                    .withPhase(phase.phase())
                    .withPhaseSince(phase.startedOn())
                    .withPhaseNote(phase.note())
                    .withLearning(phase.learning() == null ? current.learning() : phase.learning());
            return writer.update(
                    tx, caller, current, checks.phase(current, checks.normalised(asked), true), ask.reason());
        });
    }

    /** Takes a step with the record: archive, withdraw, confirm, claim, decline, publish. */
    Initiative step(Caller caller, Ask ask, Transition transition) {
        return write(caller, tx -> {
            Initiative current = load(tx, caller, ask.id());
            Access.Facts facts = new Access.Facts(current.organisation().id(), false, current.unclaimed());
            Access.require(caller, transition.action(), facts);
            if (transition == Transition.CONFIRM) IfMatch.honour(ask.ifMatch(), current);
            else IfMatch.require(ask.ifMatch(), current);
            transition.require(current);
            return writer.step(tx, caller, current, transition, ask.reason());
        });
    }

    /** Removes every text of a record, in the record and in all its events, for good. */
    public Initiative redact(Caller caller, Ask ask) {
        return write(caller, tx -> {
            var unused = tx.attach(InitiativeDao.class).hold(ask.id());
            Initiative current = load(tx, caller, ask.id());
            Access.require(
                    caller,
                    Action.REDACT,
                    new Access.Facts(current.organisation().id(), false, false));
            IfMatch.require(ask.ifMatch(), current);
            redacted.redact(tx, caller, ask.id(), ask.reason());
            Initiative empty = tx.attach(InitiativeDao.class).redact(ask.id()).orElseThrow();
            events.redact(tx, ask.id());
            events.append(
                    tx,
                    caller,
                    Change.of("initiative.redacted", empty, empty.organisation().id(), InitiativeWriter.audience(empty))
                            .seenBefore(InitiativeWriter.audience(current))
                            .because(ask.reason()));
            return empty;
        });
    }

    /** Lets an organisation that was invited say whether it takes part. */
    public Initiative answer(Caller caller, Ask ask, ParticipantState answer) {
        return write(caller, tx -> {
            Initiative current = load(tx, caller, ask.id());
            UUID own = caller.own();
            if (own == null || tx.attach(InitiativePartDao.class).answer(ask.id(), own, answer) == 0) {
                throw ProblemException.notFound("invitation of your organisation");
            }
            InitiativeDao dao = tx.attach(InitiativeDao.class);
            Initiative changed = dao.step(
                            new InitiativeDao.Step(current.id(), current.version(), null, null, null, null, null, null))
                    .orElseThrow(() -> IfMatch.stale(current));
            String type = "initiative.participant-" + answer.name().toLowerCase(Locale.ROOT);
            events.append(
                    tx,
                    caller,
                    Change.of(type, changed, changed.organisation().id(), InitiativeWriter.audience(changed)));
            return changed;
        });
    }

    /** Confirms an organisation's running work in one call. */
    public Confirmed confirm(Caller caller, UUID organisation, ConfirmDraft draft) {
        Access.require(caller, Action.PUBLISH, new Access.Facts(organisation, false, false));
        List<Initiative> done = databases.inTransaction(tx -> {
            InitiativeDao dao = tx.attach(InitiativeDao.class);
            List<Initiative> confirmed = new ArrayList<>();
            for (UUID id : dao.confirmable(organisation, draft.ids())) {
                Initiative current = load(tx, caller, id);
                confirmed.add(writer.step(tx, caller, current, Transition.CONFIRM, null));
            }
            return confirmed;
        });
        done.forEach(written);
        List<UUID> ids = done.stream().map(Initiative::id).toList();
        return new Confirmed(
                ids, draft.ids().stream().filter(id -> !ids.contains(id)).toList());
    }

    InitiativeWriter writer() {
        return writer;
    }

    /** Tells those who want to know that a record has become durable. */
    void announce(Initiative record) {
        written.accept(record);
    }

    private Initiative write(Caller caller, Function<Handle, Initiative> effect) {
        InitiativeDao reads = databases.read(InitiativeDao.class);
        Initiative record = databases.write(caller, id -> reads.find(id, caller), effect);
        written.accept(record);
        return record;
    }

    private static Initiative load(Handle tx, Caller caller, UUID id) {
        Optional<Initiative> found = tx.attach(InitiativeDao.class).find(id, caller);
        return found.orElseThrow(() -> ProblemException.notFound("initiative"));
    }

    private static void mayChange(Caller caller, Initiative current, @Nullable String reason) {
        boolean draft = current.state() == InitiativeState.DRAFT;
        Access.Facts facts = new Access.Facts(current.organisation().id(), draft, current.unclaimed());
        Access.require(caller, draft ? Action.DRAFT : Action.PUBLISH, facts);
        if (current.state() == InitiativeState.WITHDRAWN || current.state() == InitiativeState.MERGED) {
            throw new ProblemException(
                    ProblemType.TRANSITION_NOT_ALLOWED,
                    "A withdrawn or merged record is not changed; publish it first.");
        }
        boolean foreign = caller.role() == Role.SECTOR_ADMIN && !Objects.equals(caller.own(), facts.owner());
        if (foreign && !current.unclaimed() && reason == null && caller.known()) {
            throw ProblemException.invalid(
                    "?reason", "required", "You change another organisation's record: say why with ?reason=.");
        }
    }
}
