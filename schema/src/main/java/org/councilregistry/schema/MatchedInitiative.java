package org.councilregistry.schema;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that overlaps with a draft.
 *
 * @param id its id
 * @param slug its word in addresses
 * @param title what it is called
 * @param summary what it is
 * @param phase where it stands
 * @param organisation who leads it
 * @param contact whom to ring
 * @param learning what was learnt, where the work was stopped
 * @param confirmedAt when somebody last said that it is right
 * @param stale nobody has confirmed it in time
 */
public record MatchedInitiative(
        UUID id,
        @Nullable String slug,
        String title,
        String summary,
        Phase phase,
        OrganisationRef organisation,
        @Sector @Nullable Contact contact,
        @Nullable String learning,
        @Nullable Instant confirmedAt,
        boolean stale) {
    /** Strips texts; an absent list is an empty one. */
    public MatchedInitiative {
        slug = Lists.text(slug);
        title = Lists.required(title);
        summary = Lists.required(summary);
        learning = Lists.text(learning);
    }
}
