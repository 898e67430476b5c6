package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Roughly what a piece of work costs, in pounds. */
public enum BudgetBand {
    /** Under 50,000. */
    @JsonProperty("under-50k")
    UNDER_50K,
    /** 50,000 to 100,000. */
    @JsonProperty("50k-100k")
    FROM_50K_100K,
    /** 100,000 to 250,000. */
    @JsonProperty("100k-250k")
    FROM_100K_250K,
    /** 250,000 to 500,000. */
    @JsonProperty("250k-500k")
    FROM_250K_500K,
    /** 500,000 to 1,000,000. */
    @JsonProperty("500k-1m")
    FROM_500K_1M,
    /** Over 1,000,000. */
    @JsonProperty("over-1m")
    OVER_1M,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
