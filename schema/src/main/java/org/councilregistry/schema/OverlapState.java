package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What is being done about an overlap. */
public enum OverlapState {
    /** Nobody has decided yet. */
    @JsonProperty("open")
    OPEN,
    /** A case is dealing with it. */
    @JsonProperty("in-case")
    IN_CASE,
    /** A coordinator has decided. */
    @JsonProperty("decided")
    DECIDED,
    /** What was decided has been followed up. */
    @JsonProperty("closed")
    CLOSED,
    /** The two are no longer alike, or one of them is no longer shown. */
    @JsonProperty("gone")
    GONE,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
