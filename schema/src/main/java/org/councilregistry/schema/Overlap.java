package org.councilregistry.schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two pieces of work of different organisations that look alike.
 *
 * @param id the overlap's id
 * @param version counts its changes
 * @param left the one of the two that comes first by id
 * @param right the other one
 * @param band how much the two overlap
 * @param reasons why, the best first
 * @param detector the version of the rules that found it
 * @param state what is being done about it
 * @param response what one of the owners said to it
 * @param responseWhy what makes the difference, where the owner sees one
 * @param respondedBy the organisation that said so
 * @param decision what a coordinator decided
 * @param rationale why she did
 * @param decidedAt when she did
 * @param firstSeenAt when it was first found
 * @param lastSeenAt when it was last compared
 * @param partner {@code invited} where one of the owners has asked the other one to take part and has no answer yet: such an
 *     overlap is not counted as open; with a partner who has agreed there is none
 * @param seenAtRegistration whether one of the two was shown the other when she published
 */
public record Overlap(
        UUID id,
        int version,
        MatchedInitiative left,
        MatchedInitiative right,
        Band band,
        List<MatchReason> reasons,
        String detector,
        OverlapState state,
        @Nullable Response response,
        @Nullable String responseWhy,
        @Nullable UUID respondedBy,
        @Nullable Decision decision,
        @Nullable String rationale,
        @Nullable Instant decidedAt,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable ParticipantState partner,
        boolean seenAtRegistration)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Overlap {
        reasons = Lists.of(reasons);
        detector = Lists.required(detector);
        responseWhy = Lists.text(responseWhy);
        rationale = Lists.text(rationale);
    }
}
