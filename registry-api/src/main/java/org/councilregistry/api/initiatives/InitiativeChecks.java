package org.councilregistry.api.initiatives;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.councilregistry.api.organisations.OrganisationDao;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.ParticipantDraft;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** What must hold of a draft beyond its single members, and its references looked up. */
public final class InitiativeChecks {
    /** Checks the codes of services. */
    public interface ServiceCodes {
        /** The codes as they are kept; an unknown one is refused with the nearest. */
        List<String> check(List<String> codes, String pointer);
    }

    private final OrganisationLookup organisations;
    private final ServiceCodes services;
    private final InstantSource clock;
    private final ZoneId zone;

    /** Looks references up here; dates are those of this zone. */
    public InitiativeChecks(OrganisationLookup organisations, ServiceCodes services, InstantSource clock, ZoneId zone) {
        this.organisations = organisations;
        this.services = services;
        this.clock = clock;
        this.zone = zone;
    }

    /** The draft with its references as they are kept: organisations by slug, services by code. */
    InitiativeDraft normalised(InitiativeDraft draft) {
        List<ParticipantDraft> participants = new ArrayList<>();
        for (int i = 0; i < draft.participants().size(); i++) {
            ParticipantDraft p = draft.participants().get(i);
            String slug = organisations
                    .required(p.organisation(), "/participants/" + i + "/organisation")
                    .slug();
            participants.add(new ParticipantDraft(slug, p.role()));
        }
        InitiativeDraft normal = draft.withParticipants(
                        participants.stream().distinct().toList())
                .withServices(services.check(draft.services(), "/services"));
        check(normal);
        return normal;
    }

    private void check(InitiativeDraft draft) {
        LocalDate start = draft.plannedStart();
        if (start != null && draft.plannedEnd() != null && draft.plannedEnd().isBefore(start)) {
            throw ProblemException.invalid("/plannedEnd", "before-start", "The work cannot end before it starts.");
        }
        if (draft.phase() == Phase.STOPPED && draft.learning() == null) {
            throw ProblemException.invalid(
                    "/learning",
                    "required",
                    "Say what was learnt: work that was stopped is most useful to the next council with its reason.");
        }
        if (draft.phaseSince() != null && draft.phaseSince().isAfter(today())) {
            throw ProblemException.invalid(
                    "/phaseSince", "future", "A phase cannot begin in the future. Use plannedStart.");
        }
    }

    /** What a change of phase asks for; the past is never rewritten. */
    InitiativeDraft phase(Initiative current, InitiativeDraft draft, boolean byPerson) {
        if (draft.phase() == current.phase()) {
            if (draft.phaseSince() == null) return draft.withPhaseSince(current.phaseSince());
            if (!Objects.equals(draft.phaseSince(), current.phaseSince())) {
                throw ProblemException.invalid(
                        "/phaseSince", "past", "The past of a record is not rewritten. Leave phaseSince out.");
            }
            return draft;
        }
        InitiativeDraft entering = current.phaseSince().equals(draft.phaseSince()) ? draft.withPhaseSince(null) : draft;
        LocalDate since = entering.phaseSince();
        if (since != null && since.isBefore(current.phaseSince())) {
            throw ProblemException.invalid(
                    "/phaseSince",
                    "past",
                    "The phase before began on " + current.phaseSince() + "; a new one begins later.");
        }
        boolean newNote = entering.phaseNote() != null && !Objects.equals(entering.phaseNote(), current.phaseNote());
        if (byPerson && Drafts.wantsNote(current.phase(), Objects.requireNonNull(entering.phase())) && !newNote) {
            throw ProblemException.invalid(
                    "/phaseNote", "required", "A phase is skipped or taken back: say why in phaseNote.");
        }
        return newNote ? entering : entering.withPhaseNote(null);
    }

    List<InitiativePartDao.ParticipantRow> participants(UUID initiative, InitiativeDraft draft) {
        List<InitiativePartDao.ParticipantRow> rows = new ArrayList<>();
        for (int i = 0; i < draft.participants().size(); i++) {
            ParticipantDraft p = draft.participants().get(i);
            UUID organisation = organisations
                    .required(p.organisation(), "/participants/" + i + "/organisation")
                    .id();
            rows.add(new InitiativePartDao.ParticipantRow(initiative, organisation, Objects.requireNonNull(p.role())));
        }
        return rows;
    }

    /** The organisation that leads. */
    OrganisationDao.Found lead(@Nullable String organisation) {
        return organisations.acting(organisation == null ? "" : organisation, "/organisation");
    }

    OrganisationLookup organisations() {
        return organisations;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
