package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a result has been checked. */
public enum Assurance {
    /** Said by the owner. */
    @JsonProperty("claimed")
    CLAIMED,
    /** Shown by evidence. */
    @JsonProperty("evidenced")
    EVIDENCED,
    /** Checked by somebody else. */
    @JsonProperty("independent")
    INDEPENDENT,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
