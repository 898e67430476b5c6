package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where insight into a need comes from. */
public enum EvidenceKind {
    /** User research. */
    @JsonProperty("user-research")
    USER_RESEARCH,
    /** Service data. */
    @JsonProperty("service-data")
    SERVICE_DATA,
    /** Consultation. */
    @JsonProperty("consultation")
    CONSULTATION,
    /** Complaints. */
    @JsonProperty("complaints")
    COMPLAINTS,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
