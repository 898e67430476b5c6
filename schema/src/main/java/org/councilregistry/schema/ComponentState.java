package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a component is still recommended. */
public enum ComponentState {
    /** Seen by its own organisation only. */
    @JsonProperty("draft")
    DRAFT,
    /** Offered for reuse. */
    @JsonProperty("listed")
    LISTED,
    /** Still there, no longer recommended. */
    @JsonProperty("deprecated")
    DEPRECATED,
    /** Another component takes its place. */
    @JsonProperty("superseded")
    SUPERSEDED,
    /** Taken back, with a reason. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
