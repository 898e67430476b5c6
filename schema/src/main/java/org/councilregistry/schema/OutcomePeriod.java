package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether money comes once or every year. */
public enum OutcomePeriod {
    /** One off. */
    @JsonProperty("one-off")
    ONE_OFF,
    /** Per year. */
    @JsonProperty("per-year")
    PER_YEAR,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
