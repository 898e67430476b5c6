package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands in the way of a piece of work. */
public enum BarrierKind {
    /** Skills. */
    @JsonProperty("skills")
    SKILLS,
    /** Culture. */
    @JsonProperty("culture")
    CULTURE,
    /** Leadership. */
    @JsonProperty("leadership")
    LEADERSHIP,
    /** Coordination. */
    @JsonProperty("coordination")
    COORDINATION,
    /** Old systems. */
    @JsonProperty("legacy")
    LEGACY,
    /** Supplier. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** Data. */
    @JsonProperty("data")
    DATA,
    /** Funding. */
    @JsonProperty("funding")
    FUNDING,
    /** Legal. */
    @JsonProperty("legal")
    LEGAL,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
