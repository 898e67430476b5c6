package org.councilregistry.api.overlaps;

import org.councilregistry.api.meanings.MeaningIndex;
import org.councilregistry.schema.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as far as it is scored.
 *
 * @param words how much each stem weighs in its text
 * @param known its meaning; null where that is not known
 * @param place where it is done
 * @param facts what it names
 */
record Profile(WordWeights words, MeaningIndex.@Nullable Known known, Place place, Facts facts) {
    /** Where work is done: in which country, by which tier of the public sector. */
    record Place(String country, Tier tier) {
        /** A council officer's, where nothing is said. */
        static final Place USUAL = new Place("GB", Tier.LOCAL);

        static Place of(@Nullable String country, OrganisationKind kind) {
            return new Place(country == null ? "" : country, Tier.of(kind));
        }
    }

    /** Tiers of the public sector, as far as their inner work is alike. */
    enum Tier {
        /** Councils and what belongs to them. */
        LOCAL,
        /** Departments, agencies and national bodies. */
        NATIONAL,
        /** Charities, suppliers, communities. */
        OTHER;

        static Tier of(OrganisationKind kind) {
            return switch (kind) {
                case CENTRAL_GOVERNMENT, NHS, SECTOR_BODY -> NATIONAL;
                case SUPPLIER, VOLUNTARY, OTHER, UNKNOWN -> OTHER;
                default -> LOCAL;
            };
        }
    }
}
