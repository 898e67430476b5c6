package org.councilregistry.api.overlaps;

import java.util.Set;
import org.councilregistry.api.meanings.MeaningIndex;
import org.councilregistry.schema.Band;
import org.jspecify.annotations.Nullable;

/**
 * How much two pieces of work are alike: the log-odds that somebody who starts the one would want to know of the other. A pure
 * function, the same in both directions, of the two and the detector alone.
 */
public final class OverlapScore {
    /**
     * Facts that both name add to the log-odds. They are set by hand, because the labelled pairs name none: a service says
     * twice as often as not that two are alike; one owner that follows both, a third that takes part in both, a supplier or a
     * system say less; two that are still to be built, or are to pay in one area, hardly more than any two.
     */
    private static final double SERVICE = 0.7;

    private static final double FOLLOWED = 0.5;
    private static final double PARTNER = 0.3;
    private static final double SUPPLIER = 0.3;
    private static final double SYSTEM = 0.3;
    private static final double EARLY = 0.1;
    private static final double AREA = 0.1;
    /** One repository, or one key that is unique in the world, makes it the same work, whatever the texts say. */
    private static final double ORIGIN = 100;

    private static final int FEWEST_WORDS = 2;

    private final Detector detector;

    /** Scores by this detector. */
    public OverlapScore(Detector detector) {
        this.detector = detector;
    }

    /** The signals of which a score is made, each the same in both directions. */
    record Signals(double meaning, double words, double kinds, boolean country, boolean tier, boolean full) {}

    static Signals signals(Profile one, Profile other) {
        MeaningIndex.Known mine = one.known();
        MeaningIndex.Known theirs = other.known();
        boolean full = mine != null && theirs != null;
        return new Signals(
                mine == null || theirs == null ? 0 : mine.meaning(theirs),
                // the first words that two texts share say more than the last
                Math.sqrt(one.words().alike(other.words())),
                mine == null || theirs == null ? 0 : mine.kinds(theirs),
                one.place().country().equals(other.place().country()),
                one.place().tier() == other.place().tier(),
                full);
    }

    /** The log-odds of two pieces of work. */
    double of(Profile one, Profile other) {
        Signals s = signals(one, other);
        Detector.Weights w = weights(s.full());
        double odds = w.bias() + w.meaning() * s.meaning() + w.words() * s.words() + w.kinds() * s.kinds();
        if (s.country()) odds += w.country();
        if (s.tier()) odds += w.tier();
        if (s.country() && s.tier()) odds += w.both();
        return odds + facts(one.facts(), other.facts());
    }

    private static double facts(Facts one, Facts other) {
        double odds = 0;
        if (shares(one.services(), other.services())) odds += SERVICE;
        if (shares(one.ties().heirs(), other.ties().heirs())) odds += FOLLOWED;
        if (shares(one.ties().partners(), other.ties().partners())) odds += PARTNER;
        if (shares(one.suppliers(), other.suppliers())) odds += SUPPLIER;
        if (shares(one.systems(), other.systems())) odds += SYSTEM;
        if (one.early() && other.early()) odds += EARLY;
        if (shares(one.areas(), other.areas())) odds += AREA;
        if (shares(one.origins(), other.origins())) odds += ORIGIN;
        return odds;
    }

    private Detector.Weights weights(boolean full) {
        return full ? detector.full() : detector.lexical();
    }

    private static <T> boolean shares(Set<T> one, Set<T> other) {
        return one.stream().anyMatch(other::contains);
    }

    /** What a score of these two means; null when it means nothing. One word names a subject, not what is done about it. */
    @Nullable
    Band band(Profile one, Profile other, double odds) {
        Band band = band(odds, one.known() != null && other.known() != null);
        boolean thin = Math.min(one.words().size(), other.words().size()) < FEWEST_WORDS;
        boolean oneSource = shares(one.facts().origins(), other.facts().origins());
        return thin && band != null && !oneSource ? Band.RELATED : band;
    }

    /** What a score means; null when it means nothing. */
    @Nullable
    Band band(double odds, boolean full) {
        Detector.Weights w = weights(full);
        if (odds >= w.same()) return Band.SAME;
        if (odds >= w.close()) return Band.CLOSE;
        return odds >= w.related() ? Band.RELATED : null;
    }
}
