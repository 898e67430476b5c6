package org.councilregistry.schema;

import java.util.List;

/**
 * Work of another council that looks like the draft.
 *
 * @param initiative the work
 * @param band how much the two overlap
 * @param reasons why, the best first
 */
public record Match(MatchedInitiative initiative, Band band, List<MatchReason> reasons) {
    /** Strips texts; an absent list is an empty one. */
    public Match {
        reasons = Lists.of(reasons);
    }
}
