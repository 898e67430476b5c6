package org.councilregistry.schema;

import java.util.List;
import java.util.UUID;

/**
 * What a portfolio's confirmation did.
 *
 * @param confirmed initiatives that now count as fresh
 * @param skipped ids that are not initiatives of the organisation, or not open to confirmation
 */
public record Confirmed(List<UUID> confirmed, List<UUID> skipped) {
    /** Strips texts; an absent list is an empty one. */
    public Confirmed {
        confirmed = Lists.of(confirmed);
        skipped = Lists.of(skipped);
    }
}
