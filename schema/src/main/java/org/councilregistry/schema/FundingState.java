package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a bid for funding stands. */
public enum FundingState {
    /** Applied. */
    @JsonProperty("applied")
    APPLIED,
    /** Awarded. */
    @JsonProperty("awarded")
    AWARDED,
    /** Declined. */
    @JsonProperty("declined")
    DECLINED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
