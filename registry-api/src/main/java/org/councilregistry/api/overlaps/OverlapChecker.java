package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.meanings.Sentence;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.search.Candidates;
import org.councilregistry.api.search.Words;
import org.councilregistry.api.services.ServiceDao;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.MatchedInitiative;
import org.councilregistry.schema.OverlapCheck;
import org.councilregistry.schema.ParticipantDraft;
import org.councilregistry.schema.ParticipantRole;
import org.councilregistry.schema.ParticipantState;
import org.jspecify.annotations.Nullable;

/** Says who already does the same as a draft, and why. */
public final class OverlapChecker {
    private static final int AFTER_PUBLISHING = 5;
    private static final String NOT_COMPARED =
            "Records that are kept to public bodies were not compared. Sign in with a key to compare them, too.";

    private final Comparison comparison;
    private final OverlapDao dao;
    private final OrganisationLookup organisations;
    private final ServiceLookup services;
    private final ServiceGuess guess;
    private final Reasons reasons;
    private final Detector detector;

    /** What the checker works with. */
    public record Parts(
            Comparison comparison,
            OverlapDao dao,
            OrganisationLookup organisations,
            ServiceLookup services,
            ServiceDao vocabulary,
            KindsOfWork kinds,
            Detector detector) {}

    /** Compares by these. */
    public OverlapChecker(Parts parts) {
        this.comparison = parts.comparison();
        this.dao = parts.dao();
        this.organisations = parts.organisations();
        this.services = parts.services();
        this.guess = new ServiceGuess(parts.vocabulary());
        this.detector = parts.detector();
        this.reasons = new Reasons(detector, parts.kinds(), new StoredNames(services, dao));
    }

    /** Says who does the same as this draft. */
    public OverlapCheck check(Caller caller, InitiativeDraft draft, int limit, boolean includeOwn) {
        if (blank(draft.title()) && blank(draft.summary()) && blank(draft.problem())) {
            throw ProblemException.invalid("/title", "required", "Give a title, a summary or a problem to compare.");
        }
        UUID named =
                draft.organisation() == null ? null : organisations.optional(draft.organisation(), "/organisation");
        ComparedText text = comparison.compared(ComparedText.of(draft));
        List<String> codes = services.check(draft.services(), "/services");
        Profile profile = profile(text, draft, codes, named == null ? caller.own() : named);
        comparison.freshen();
        Comparison.Result result = comparison.with(profile, caller);
        List<Comparison.Compared> all = result.alike().stream()
                .filter(c -> !isItself(c.brief(), named, draft.externalId()))
                .toList();
        List<Comparison.Compared> others =
                all.stream().filter(c -> !isOwn(c.brief(), caller, named)).toList();
        return new OverlapCheck(
                result.all(),
                caller.seesSector() ? null : NOT_COMPARED,
                all.size() - others.size(),
                guess.of(stems(text)),
                detector.version(),
                comparison.degraded(),
                matches(first(includeOwn ? all : others, limit), asked(draft, text, profile), caller));
    }

    /** What others do that is alike to a record that was just published. */
    public List<Match> matches(Caller caller, Initiative record) {
        InitiativeDraft draft = InitiativeDraft.of(record);
        ComparedText text = comparison.compared(ComparedText.of(draft));
        UUID owner = record.organisation().id();
        OverlapDao.Home home = home(owner);
        Profile profile = comparison.stored(
                record.id(), text, place(home), Facts.of(draft, record.services(), ties(record, home)));
        List<Comparison.Compared> others = comparison.with(profile, caller).alike().stream()
                .filter(c -> !c.brief().organisationId().equals(owner))
                .toList();
        return matches(first(others, AFTER_PUBLISHING), asked(draft, text, profile), caller);
    }

    /** The same for components, with the reasons that this one gives. */
    public SimilarComponents components(Candidates candidates, ComponentTextDao texts) {
        return new SimilarComponents(candidates, texts, comparison, reasons);
    }

    /** What is asked about: as it is compared, and as it was written. */
    private record Asked(Reasons.Side side, Marks marks) {}

    private Asked asked(InitiativeDraft draft, ComparedText text, Profile profile) {
        return new Asked(
                new Reasons.Side(text, profile, comparison.sentences(text)),
                new Marks(draft.title(), draft.summary(), draft.problem()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }

    private Profile profile(ComparedText text, InitiativeDraft draft, List<String> codes, @Nullable UUID owner) {
        OverlapDao.Home home = home(owner);
        return comparison.profile(text, place(home), Facts.of(draft, codes, ties(draft, home)));
    }

    private OverlapDao.@Nullable Home home(@Nullable UUID organisation) {
        return organisation == null ? null : dao.home(organisation).orElse(null);
    }

    private static Profile.Place place(OverlapDao.@Nullable Home home) {
        return home == null ? Profile.Place.USUAL : Profile.Place.of(home.country(), home.kind());
    }

    private Facts.Ties ties(InitiativeDraft draft, OverlapDao.@Nullable Home home) {
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < draft.participants().size(); i++) {
            ParticipantDraft participant = draft.participants().get(i);
            UUID partner = organisations.optional(participant.organisation(), "/participants/" + i + "/organisation");
            if (partner != null && participant.role() != ParticipantRole.SUPPLIER) partners.add(partner);
        }
        return new Facts.Ties(partners, home == null ? List.of() : home.heirs());
    }

    private static Facts.Ties ties(Initiative record, OverlapDao.@Nullable Home home) {
        List<UUID> partners = record.participants().stream()
                .filter(p -> p.state() == ParticipantState.CONFIRMED && p.role() != ParticipantRole.SUPPLIER)
                .map(p -> p.organisation().id())
                .toList();
        return new Facts.Ties(partners, home == null ? List.of() : home.heirs());
    }

    private static Set<String> stems(ComparedText text) {
        Set<String> stems = new HashSet<>();
        List<String> texts = new ArrayList<>(text.others());
        if (text.title() != null) texts.add(text.title());
        texts.forEach(one -> Words.of(one).forEach(word -> stems.add(word.stem())));
        return stems;
    }

    private static boolean isItself(OverlapDao.Brief record, @Nullable UUID named, @Nullable String externalId) {
        return externalId != null
                && Objects.equals(record.externalId(), externalId)
                && record.organisationId().equals(named);
    }

    private static boolean isOwn(OverlapDao.Brief record, Caller caller, @Nullable UUID named) {
        UUID owner = record.organisationId();
        return owner.equals(named) || owner.equals(caller.own());
    }

    private List<Match> matches(List<Comparison.Compared> alike, Asked draft, Caller caller) {
        List<UUID> ids = alike.stream().map(c -> c.brief().id()).toList();
        Map<UUID, OverlapDao.Candidate> records = new HashMap<>();
        dao.candidates(ids, caller).forEach(candidate -> records.put(candidate.id(), candidate));
        Map<UUID, ComparedText> texts = new HashMap<>();
        records.forEach((id, record) -> texts.put(id, comparison.compared(text(record))));
        Map<UUID, List<Sentence>> sentences = comparison.sentences(texts);
        List<Match> matches = new ArrayList<>();
        for (Comparison.Compared one : alike) {
            OverlapDao.Candidate record = records.get(one.brief().id());
            ComparedText text = texts.get(one.brief().id());
            if (record == null || text == null) continue;
            Reasons.Side side = new Reasons.Side(text, one.profile(), sentences.getOrDefault(record.id(), List.of()));
            matches.add(match(record, one.band(), draft, side));
        }
        return matches;
    }

    private Match match(OverlapDao.Candidate record, Band band, Asked draft, Reasons.Side side) {
        SharedWords shared = reasons.shared(draft.side(), side);
        Set<String> stems = shared.stems();
        return new Match(
                shown(record),
                band,
                reasons.of(draft.side(), side, shared),
                new Marks(record.title(), record.summary(), record.problem()).of(stems),
                draft.marks().of(stems),
                null);
    }

    private static ComparedText text(OverlapDao.Candidate c) {
        return ComparedText.of(
                c.title(),
                c.summary(),
                c.department(),
                ComparedText.labels(c.technologies(), c.systems()),
                Arrays.asList(c.problem(), c.users(), c.approach()));
    }

    private static MatchedInitiative shown(OverlapDao.Candidate c) {
        return new MatchedInitiative(
                c.id(),
                c.slug(),
                c.title(),
                c.summary(),
                c.phase(),
                c.organisation(),
                c.contact(),
                c.learning(),
                c.confirmedAt(),
                c.stale());
    }
}
