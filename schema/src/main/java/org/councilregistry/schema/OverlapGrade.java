package org.councilregistry.schema;

import java.util.UUID;

/**
 * What a coordinator's decision says about how alike two pieces of work are, in the form of a labelled collection.
 *
 * @param id the overlap's id
 * @param left the initiative that comes first by id
 * @param right the other one
 * @param grade 2 for {@code introduce}, 1 for {@code related}, 0 for {@code different}; {@code watch} is left out
 * @param band how much the two overlapped when it was decided
 * @param detector the version of the rules that found it
 */
public record OverlapGrade(UUID id, UUID left, UUID right, int grade, Band band, String detector) {
    /** Strips texts. */
    public OverlapGrade {
        detector = Lists.required(detector);
    }
}
