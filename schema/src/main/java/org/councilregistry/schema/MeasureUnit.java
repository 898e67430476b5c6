package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The unit in which an outcome is measured. */
public enum MeasureUnit {
    /** Pounds. */
    @JsonProperty("gbp")
    GBP,
    /** Hours. */
    @JsonProperty("hours")
    HOURS,
    /** Per cent. */
    @JsonProperty("percent")
    PERCENT,
    /** Count. */
    @JsonProperty("count")
    COUNT,
    /** Days. */
    @JsonProperty("days")
    DAYS,
    /** Satisfaction. */
    @JsonProperty("satisfaction")
    SATISFACTION,
    /** Tonnes of carbon dioxide equivalent. */
    @JsonProperty("tco2e")
    TCO2E,
    /** Other. */
    @JsonProperty("other")
    OTHER,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
