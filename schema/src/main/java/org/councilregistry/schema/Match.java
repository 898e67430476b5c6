package org.councilregistry.schema;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work of another council that looks like the draft.
 *
 * @param initiative the work
 * @param band how much the two overlap
 * @param reasons why, the best first
 * @param highlights where the words that both have stand in the work; only in answers to a draft
 * @param draftHighlights where they stand in the draft
 * @param overlap the id of the overlap that is kept of the two, where there is one that the reader may see
 */
public record Match(
        MatchedInitiative initiative,
        Band band,
        List<MatchReason> reasons,
        List<Highlight> highlights,
        List<Highlight> draftHighlights,
        @Nullable UUID overlap) {
    /** Strips texts; an absent list is an empty one. */
    public Match {
        reasons = Lists.of(reasons);
        highlights = Lists.of(highlights);
        draftHighlights = Lists.of(draftHighlights);
    }
}
