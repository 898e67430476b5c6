package org.councilregistry.schema;

import java.util.List;

/**
 * What was removed of a person. Who she was is kept nowhere.
 *
 * @param records how many records she was removed from
 * @param events of how many events the data was removed because it named her
 * @param publishers organisations whose own systems sent her: they bring her back with their next publish, unless they remove
 *     her there, too
 * @param mentions records in whose texts the address still stands; they are to be edited or redacted
 */
public record Erasure(int records, int events, List<OrganisationRef> publishers, List<SubjectRef> mentions) {
    /** Strips texts; an absent list is an empty one. */
    public Erasure {
        publishers = Lists.of(publishers);
        mentions = Lists.of(mentions);
    }
}
