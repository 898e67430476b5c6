package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an organisation exists. */
public enum OrganisationState {
    /** Will exist from its start date. */
    @JsonProperty("future")
    FUTURE,
    /** Exists. */
    @JsonProperty("active")
    ACTIVE,
    /** No longer exists; its successors are known. */
    @JsonProperty("dissolved")
    DISSOLVED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
