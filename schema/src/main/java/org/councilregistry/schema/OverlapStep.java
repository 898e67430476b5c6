package org.councilregistry.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An overlap as events tell it: without the texts of the two, which may be hidden or removed while events are kept.
 *
 * @param id the overlap's id
 * @param version counts its changes
 * @param left the id of the initiative that comes first
 * @param right the id of the other one
 * @param band how much the two overlap
 * @param detector the version of the rules that found it
 * @param state what is being done about it
 * @param response what one of the owners said to it
 * @param responseWhy what makes the difference, where the owner sees one
 * @param decision what a coordinator decided
 * @param rationale why she did
 */
public record OverlapStep(
        UUID id,
        int version,
        UUID left,
        UUID right,
        Band band,
        String detector,
        OverlapState state,
        @Nullable Response response,
        @Nullable String responseWhy,
        @Nullable Decision decision,
        @Nullable String rationale)
        implements Entity {
    /** Strips texts. */
    public OverlapStep {
        detector = Lists.required(detector);
        responseWhy = Lists.text(responseWhy);
        rationale = Lists.text(rationale);
    }
}
