package org.councilregistry.api.pairs;

import java.util.List;
import java.util.UUID;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.MatchReason;

/** Says what looks like a published initiative. */
public interface PairFinder {
    /**
     * Other published initiatives that look like this one, as the registry itself sees them, in any order. What is worth a
     * comparison is proposed by the initiative itself, to a limit; its partners are compared in any case, so that a pair that
     * only one side proposes stays one when the other side is compared.
     */
    List<Found> of(UUID initiative, List<UUID> partners);

    /** The version of the rules by which they are found. */
    String detector();

    /**
     * An initiative that looks like the one asked for. Asked for the other way round, score, band and reasons are the same.
     *
     * @param other the initiative
     * @param score how much the two are alike; only compared with other scores of the same detector
     * @param band what the score means
     * @param reasons why, the best first
     */
    record Found(UUID other, double score, Band band, List<MatchReason> reasons) {}
}
