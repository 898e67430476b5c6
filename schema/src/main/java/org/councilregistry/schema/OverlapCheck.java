package org.councilregistry.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft overlaps with. Nothing of the draft is kept.
 *
 * @param compared how many records it was compared with
 * @param notCompared what it was not compared with, and why
 * @param ownMatches how many records of the caller's own organisation look alike
 * @param services services that the draft seems to be about
 * @param detector the version of the rules that compared it
 * @param degraded whether only words were compared
 * @param matches work of other councils, most alike first
 */
public record OverlapCheck(
        long compared,
        @Nullable String notCompared,
        long ownMatches,
        List<ServiceRef> services,
        String detector,
        boolean degraded,
        List<Match> matches) {
    /** Strips texts; an absent list is an empty one. */
    public OverlapCheck {
        notCompared = Lists.text(notCompared);
        services = Lists.of(services);
        detector = Lists.required(detector);
        matches = Lists.of(matches);
    }
}
