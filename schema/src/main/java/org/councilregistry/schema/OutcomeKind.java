package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of money an outcome is. */
public enum OutcomeKind {
    /** Cashable. */
    @JsonProperty("cashable")
    CASHABLE,
    /** Non cashable. */
    @JsonProperty("non-cashable")
    NON_CASHABLE,
    /** Cost avoidance. */
    @JsonProperty("cost-avoidance")
    COST_AVOIDANCE,
    /** Income. */
    @JsonProperty("income")
    INCOME,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
