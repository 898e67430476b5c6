package org.councilregistry.schema;

import java.util.List;

/**
 * A component of another organisation that looks like one.
 *
 * @param component the other component
 * @param band how much the two do the same
 * @param reasons why, the best first
 */
public record ComponentMatch(MatchedComponent component, Band band, List<MatchReason> reasons) {
    /** An absent list is an empty one. */
    public ComponentMatch {
        reasons = Lists.of(reasons);
    }
}
