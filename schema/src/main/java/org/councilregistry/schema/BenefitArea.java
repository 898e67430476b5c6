package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The three areas in which digital work pays. */
public enum BenefitArea {
    /** Better and cheaper outcomes through integrated, person-centred services. */
    @JsonProperty("outcomes-and-cost")
    OUTCOMES_AND_COST,
    /** People take part and have a say. */
    @JsonProperty("engagement-and-empowerment")
    ENGAGEMENT_AND_EMPOWERMENT,
    /** Cleaner, greener, economically vibrant places. */
    @JsonProperty("place")
    PLACE,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
