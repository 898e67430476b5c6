package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who looks after a component. */
public enum MaintenanceKind {
    /** The owner itself. */
    @JsonProperty("internal")
    INTERNAL,
    /** Contract. */
    @JsonProperty("contract")
    CONTRACT,
    /** Community. */
    @JsonProperty("community")
    COMMUNITY,
    /** None. */
    @JsonProperty("none")
    NONE,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
