package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.search.Candidates;
import org.councilregistry.api.services.ServiceDao;
import org.councilregistry.api.services.ServiceLookup;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.MatchedInitiative;
import org.councilregistry.schema.OverlapCheck;
import org.jspecify.annotations.Nullable;

/** Compares a draft with what is registered. */
public final class OverlapChecker {
    private static final int PROPOSED = 60;
    private static final String NOT_COMPARED =
            "Records that are kept to public bodies were not compared. Sign in with a key to compare them, too.";

    private final Candidates candidates;
    private final OverlapDao dao;
    private final OrganisationLookup organisations;
    private final ServiceLookup services;
    private final ServiceGuess guess;

    /** Compares with what these propose and read. */
    public OverlapChecker(
            Candidates candidates, OverlapDao dao, OrganisationLookup organisations, ServiceDao services) {
        this.candidates = candidates;
        this.dao = dao;
        this.organisations = organisations;
        this.services = new ServiceLookup(services);
        this.guess = new ServiceGuess(services);
    }

    /** Says who does the same as this draft. */
    public OverlapCheck check(Caller caller, InitiativeDraft draft, int limit, boolean includeOwn) {
        if (draft.title() == null && draft.summary() == null && draft.problem() == null) {
            throw ProblemException.invalid("/title", "required", "Give a title, a summary or a problem to compare.");
        }
        UUID named =
                draft.organisation() == null ? null : organisations.optional(draft.organisation(), "/organisation");
        Profile profile = profile(draft, services.check(draft.services(), "/services"));
        Candidates.Proposed proposed = candidates.of(profile.words(), caller, PROPOSED + limit);
        OverlapScore score = new OverlapScore(proposed.rarity());
        List<Scored> all = scored(caller, profile, proposed, score).stream()
                .filter(s -> !isItself(s.candidate(), named, draft.externalId()))
                .toList();
        List<Scored> own =
                all.stream().filter(s -> isOwn(s.candidate(), caller, named)).toList();
        List<Match> matches = all.stream()
                .filter(s -> includeOwn || !own.contains(s))
                .limit(limit)
                .map(s -> match(s, profile, score))
                .toList();
        return new OverlapCheck(
                proposed.compared(),
                caller.seesSector() ? null : NOT_COMPARED,
                own.size(),
                guess.of(profile.words().keySet()),
                OverlapScore.DETECTOR,
                true,
                matches);
    }

    /** What others do that is alike to a record that was just published. */
    public List<Match> matches(Caller caller, Initiative record) {
        Profile.Facts facts = new Profile.Facts(
                record.title(),
                texts(record.summary(), record.problem(), record.users(), record.approach()),
                record.services(),
                record.suppliers(),
                Stream.concat(record.systems().stream(), record.technologies().stream())
                        .toList());
        Profile profile = Profile.of(facts);
        Candidates.Proposed proposed = candidates.of(profile.words(), caller, PROPOSED);
        OverlapScore score = new OverlapScore(proposed.rarity());
        return scored(caller, profile, proposed, score).stream()
                .filter(s -> !s.candidate()
                        .organisation()
                        .id()
                        .equals(record.organisation().id()))
                .limit(5)
                .map(s -> match(s, profile, score))
                .toList();
    }

    /** A candidate with its score. */
    private record Scored(OverlapDao.Candidate candidate, Profile profile, double score, Band band) {}

    private List<Scored> scored(Caller caller, Profile draft, Candidates.Proposed proposed, OverlapScore score) {
        List<Scored> scored = new ArrayList<>();
        for (OverlapDao.Candidate candidate : dao.candidates(proposed.ids(), caller)) {
            Profile profile = profile(candidate);
            double value = score.of(draft, profile);
            Band band = OverlapScore.band(value);
            if (band != null) scored.add(new Scored(candidate, profile, value, band));
        }
        scored.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(s -> s.candidate().id()));
        return scored;
    }

    private static boolean isItself(OverlapDao.Candidate candidate, @Nullable UUID named, @Nullable String externalId) {
        return externalId != null
                && Objects.equals(candidate.externalId(), externalId)
                && candidate.organisation().id().equals(named);
    }

    private static boolean isOwn(OverlapDao.Candidate candidate, Caller caller, @Nullable UUID named) {
        UUID owner = candidate.organisation().id();
        return owner.equals(named) || owner.equals(caller.own());
    }

    private Match match(Scored scored, Profile draft, OverlapScore score) {
        OverlapDao.Candidate c = scored.candidate();
        MatchedInitiative shown = new MatchedInitiative(
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
        return new Match(shown, scored.band(), score.reasons(draft, scored.profile(), this::label));
    }

    private String label(String code) {
        String label = services.label(code);
        return label == null ? code : label;
    }

    private static Profile profile(InitiativeDraft draft, List<String> codes) {
        return Profile.of(new Profile.Facts(
                draft.title(),
                texts(draft.summary(), draft.problem(), draft.users(), draft.approach()),
                codes,
                draft.suppliers(),
                Stream.concat(draft.systems().stream(), draft.technologies().stream())
                        .toList()));
    }

    private static Profile profile(OverlapDao.Candidate c) {
        return Profile.of(new Profile.Facts(
                c.title(),
                texts(c.summary(), c.problem(), c.users(), c.approach()),
                c.services(),
                c.suppliers(),
                Stream.concat(c.systems().stream(), c.technologies().stream()).toList()));
    }

    private static List<String> texts(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).map(String::valueOf).toList();
    }
}
