package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a membership stands. */
public enum MemberState {
    /** Asked to join; nobody has accepted the invitation yet. */
    @JsonProperty("invited")
    INVITED,
    /** Acts for the organisation. */
    @JsonProperty("active")
    ACTIVE,
    /** No longer acts for it. */
    @JsonProperty("removed")
    REMOVED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
