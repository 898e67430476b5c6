package org.councilregistry.api.initiatives;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.api.platform.Words;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Visibility;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Writes an initiative with its parts and its event, inside the caller's transaction. */
final class InitiativeWriter {
    private final EventService events;
    private final InitiativeChecks checks;
    private final InitiativeService.Seen belongings;

    InitiativeWriter(EventService events, InitiativeChecks checks, InitiativeService.Seen belongings) {
        this.events = events;
        this.checks = checks;
        this.belongings = belongings;
    }

    /** How a new record comes in. */
    record Entry(OrganisationDao.Found lead, InitiativeState state, Origin origin) {}

    /** Registers a draft that was checked. */
    Initiative insert(Handle tx, Caller caller, Entry entry, InitiativeDraft draft) {
        UUID id = Ids.next();
        InitiativeDao dao = tx.attach(InitiativeDao.class);
        Visibility visibility = visibility(draft);
        if (!draft.participants().isEmpty()) {
            tx.attach(InitiativePartDao.class).invite(checks.participants(id, draft));
        }
        InitiativeDao.Derived derived = new InitiativeDao.Derived(
                id,
                entry.state() == InitiativeState.DRAFT ? null : slug(dao, id, draft.title(), visibility),
                entry.lead().id(),
                entry.state(),
                visibility,
                !entry.lead().id().equals(caller.own()),
                entry.origin(),
                Drafts.completeness(draft),
                Origins.of(draft),
                Drafts.lifetime(draft.phase()));
        Initiative made = dao.insert(derived, draft, Ids.next())
                .orElseThrow(() -> taken(existing(caller, dao, derived, draft.externalId())));
        String type = entry.state() == InitiativeState.DRAFT ? "initiative.created" : "initiative.published";
        events.append(tx, caller, Change.of(type, made, entry.lead().id(), audience(made)));
        return made;
    }

    /** Changes a record to a draft that was checked. */
    Initiative update(Handle tx, Caller caller, Initiative current, InitiativeDraft draft, @Nullable String reason) {
        InitiativeDao dao = tx.attach(InitiativeDao.class);
        InitiativePartDao parts = tx.attach(InitiativePartDao.class);
        if (!draft.participants().equals(InitiativeDraft.of(current).participants())) {
            participants(parts, current.id(), draft);
        }
        if (draft.phase() != current.phase()) {
            parts.enter(new InitiativePartDao.PhaseRow(
                    Ids.next(),
                    current.id(),
                    Objects.requireNonNull(draft.phase()),
                    draft.phaseSince(),
                    draft.phaseNote(),
                    draft.learning()));
        }
        Initiative changed = store(dao, caller, current, draft);
        tell(
                tx,
                caller,
                current,
                Change.of("initiative.updated", changed, changed.organisation().id(), audience(changed))
                        .because(reason));
        return changed;
    }

    private void tell(Handle tx, Caller caller, Initiative before, Change change) {
        events.append(tx, caller, change.seenBefore(audience(before)));
        if (!change.audience().equals(audience(before))) belongings.follow(tx, caller, before.id(), audience(before));
    }

    private static Initiative store(InitiativeDao dao, Caller caller, Initiative current, InitiativeDraft draft) {
        InitiativeDao.Derived derived = derived(current, draft);
        String key = draft.externalId();
        if (key != null
                && !key.equals(current.externalId())
                && dao.findByExternalId(derived.organisationId(), key).isPresent()) {
            throw taken(existing(caller, dao, derived, key));
        }
        try {
            return dao.update(derived, draft, current.version()).orElseThrow(() -> stale(dao, current));
        } catch (JdbiException e) {
            // somebody has registered it at this moment
            throw Databases.duplicate(e) ? taken(null) : e;
        }
    }

    private void participants(InitiativePartDao parts, UUID id, InitiativeDraft draft) {
        List<InitiativePartDao.ParticipantRow> participants = checks.participants(id, draft);
        parts.removeOthers(
                id,
                participants.stream()
                        .map(p -> p.organisation() + Words.of(p.role()))
                        .toList());
        parts.invite(participants);
    }

    private static InitiativeDao.Derived derived(Initiative current, InitiativeDraft draft) {
        return new InitiativeDao.Derived(
                current.id(),
                current.slug(),
                current.organisation().id(),
                current.state(),
                visibility(draft),
                current.unclaimed(),
                current.origin(),
                Drafts.completeness(draft),
                Origins.of(draft),
                Drafts.lifetime(draft.phase()));
    }

    /** Takes a step with the record itself. */
    Initiative step(Handle tx, Caller caller, Initiative current, Transition transition, @Nullable String reason) {
        InitiativeDao dao = tx.attach(InitiativeDao.class);
        boolean confirms = transition == Transition.CONFIRM || transition == Transition.CLAIM;
        boolean needsSlug = current.slug() == null && transition.to() != null;
        InitiativeDao.Step step = new InitiativeDao.Step(
                current.id(),
                current.version(),
                transition.to(),
                needsSlug ? slug(dao, current.id(), current.title(), current.visibility()) : null,
                reason,
                (transition == Transition.CLAIM || transition == Transition.DECLINE) ? false : null,
                confirms ? caller.signature() : null,
                Drafts.lifetime(current.phase()));
        Initiative changed = dao.step(step).orElseThrow(() -> stale(dao, current));
        tell(
                tx,
                caller,
                current,
                Change.of(transition.event(), changed, changed.organisation().id(), audience(changed))
                        .because(reason));
        return changed;
    }

    /** Who may see the record, in the words of {@code can_see}. */
    static String audience(Initiative record) {
        return switch (record.state()) {
            case DRAFT -> "draft";
            case WITHDRAWN, MERGED -> "organisation";
            default -> Words.of(record.visibility());
        };
    }

    private static Visibility visibility(InitiativeDraft draft) {
        return draft.visibility() == null ? Visibility.PUBLIC : draft.visibility();
    }

    /** A free word for addresses. One that is not public always gets a tail, so that nobody learns of it by a collision. */
    private static String slug(InitiativeDao dao, UUID id, String title, Visibility visibility) {
        String slug = Text.slug(title);
        String tail = id.toString().substring(id.toString().length() - 6);
        if (slug.isEmpty()) return "initiative-" + tail;
        boolean plain = visibility == Visibility.PUBLIC && dao.lock(slug) && !dao.slugTaken(slug);
        return plain ? slug : slug + "-" + tail;
    }

    private static ProblemException stale(InitiativeDao dao, Initiative current) {
        return IfMatch.stale(dao.find(current.id(), Caller.system("version")).orElse(current));
    }

    private static @Nullable String existing(
            Caller caller, InitiativeDao dao, InitiativeDao.Derived derived, @Nullable String externalId) {
        if (externalId == null) return null;
        return dao.findByExternalId(derived.organisationId(), externalId)
                .flatMap(other -> dao.find(other.id(), caller))
                .map(other -> "/v1/initiatives/" + other.id())
                .orElse(null);
    }

    private static ProblemException taken(@Nullable String existing) {
        return new ProblemException(
                        ProblemType.ALREADY_REGISTERED,
                        "The organisation has registered an initiative with this externalId already. Change that one, or"
                                + " publish to it with PUT.")
                .at("/externalId", "taken", "in use in this organisation")
                .existing(existing);
    }
}
