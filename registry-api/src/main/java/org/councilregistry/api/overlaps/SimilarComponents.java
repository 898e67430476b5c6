package org.councilregistry.api.overlaps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.search.Candidates;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.ComponentMatch;
import org.councilregistry.schema.MatchedComponent;

/**
 * Says which components of other organisations do the like of one: those that share its heaviest words, scored as pieces of
 * work are. They are few and change seldom, so nothing is stored; what was read of one is kept at hand.
 */
public final class SimilarComponents {
    private static final int PROPOSED = 20;

    private final Candidates candidates;
    private final ComponentTextDao dao;
    private final Comparison comparison;
    private final Reasons reasons;
    private final OverlapScore score;
    private final Cache<UUID, Read> read =
            Caffeine.newBuilder().maximumSize(2_000).build();

    /** What of a component is compared, and the version that had it. */
    private record Read(int version, Reasons.Side side) {}

    private record Scored(ComponentTextDao.Text text, Reasons.Side side, double odds, Band band) {}

    /** Compares by these. */
    SimilarComponents(Candidates candidates, ComponentTextDao dao, Comparison comparison, Reasons reasons) {
        this.candidates = candidates;
        this.dao = dao;
        this.comparison = comparison;
        this.reasons = reasons;
        this.score = new OverlapScore(comparison.detector());
    }

    /** The most alike first; empty where the caller sees no such component. */
    Optional<List<ComponentMatch>> of(UUID id, int limit, Caller caller) {
        return dao.one(id, caller).map(one -> matches(one, limit, caller));
    }

    private List<ComponentMatch> matches(ComponentTextDao.Text one, int limit, Caller caller) {
        Reasons.Side mine = side(one);
        List<UUID> proposed = candidates.components(mine.profile().words().heaviest(PROPOSED), caller, PROPOSED);
        List<Scored> alike = new ArrayList<>();
        for (ComponentTextDao.Text other : dao.offered(proposed, caller)) {
            if (other.organisation().id().equals(one.organisation().id())) continue;
            Reasons.Side theirs = side(other);
            double odds = score.of(mine.profile(), theirs.profile());
            Band band = score.band(mine.profile(), theirs.profile(), odds);
            if (band != null) alike.add(new Scored(other, theirs, odds, band));
        }
        return alike.stream()
                .sorted(Comparator.comparingDouble(Scored::odds)
                        .reversed()
                        .thenComparing(s -> s.text().id()))
                .limit(limit)
                .map(s -> new ComponentMatch(shown(s.text()), s.band(), reasons.of(mine, s.side())))
                .toList();
    }

    private Reasons.Side side(ComponentTextDao.Text text) {
        Read before = read.getIfPresent(text.id());
        if (before != null && before.version() == text.version()) return before.side();
        ComparedText compared = ComparedText.of(
                text.name(),
                text.shortDescription(),
                null,
                ComparedText.labels(List.of(), text.dependsOn()),
                Arrays.asList(text.description()));
        Profile profile = comparison.profile(
                compared,
                Profile.Place.of(text.country(), text.ownerKind()),
                Facts.of(text.services(), text.dependsOn()));
        Reasons.Side side = new Reasons.Side(compared, profile, List.of());
        read.put(text.id(), new Read(text.version(), side));
        return side;
    }

    private static MatchedComponent shown(ComponentTextDao.Text text) {
        return new MatchedComponent(
                text.id(),
                text.slug(),
                text.name(),
                text.shortDescription(),
                text.organisation(),
                text.repository(),
                text.licence(),
                text.developmentStatus(),
                text.state());
    }
}
