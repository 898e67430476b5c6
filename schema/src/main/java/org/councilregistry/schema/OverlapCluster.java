package org.councilregistry.schema;

import java.util.List;
import java.util.UUID;

/**
 * Pieces of work that hang together by open overlaps.
 *
 * @param common one sentence: what most of them have in common
 * @param size how many pieces of work there are
 * @param initiatives the pieces of work, at most fifty of them
 * @param overlaps the ids of the overlaps between those
 */
public record OverlapCluster(String common, int size, List<MatchedInitiative> initiatives, List<UUID> overlaps) {
    /** Strips texts; an absent list is an empty one. */
    public OverlapCluster {
        common = Lists.required(common);
        initiatives = Lists.of(initiatives);
        overlaps = Lists.of(overlaps);
    }
}
