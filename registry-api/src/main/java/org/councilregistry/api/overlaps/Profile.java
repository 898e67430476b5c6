package org.councilregistry.api.overlaps;

import java.util.HashMap;
import java.util.Map;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.MeaningIndex;
import org.councilregistry.api.search.Words;
import org.councilregistry.schema.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as far as it is scored.
 *
 * @param words how much each stem weighs in its text; a direction of length 1
 * @param known its meaning; null where that is not known
 * @param place where it is done
 * @param facts what it names
 */
record Profile(Map<String, Float> words, MeaningIndex.@Nullable Known known, Place place, Facts facts) {
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

    /** How much each stem weighs in a text, its title counted twice. */
    static Map<String, Float> words(ComparedText text, Detector detector) {
        Map<String, Integer> times = new HashMap<>();
        if (text.title() != null) Words.of(text.title()).forEach(word -> times.merge(word.stem(), 2, Integer::sum));
        for (String other : text.others()) Words.of(other).forEach(word -> times.merge(word.stem(), 1, Integer::sum));
        times.keySet().removeIf(FunctionWords::sayNothing);
        Map<String, Float> weights = new HashMap<>();
        double sum = 0;
        for (Map.Entry<String, Integer> word : times.entrySet()) {
            double weight = (1 + Math.log(word.getValue())) * detector.rarity(word.getKey());
            weights.put(word.getKey(), (float) weight);
            sum += weight * weight;
        }
        double length = Math.sqrt(sum);
        if (length > 0) weights.replaceAll((stem, weight) -> (float) (weight / length));
        return weights;
    }
}
