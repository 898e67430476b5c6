package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What one of the two owners says to an overlap. */
public enum Response {
    /** Will ring the other one. */
    @JsonProperty("will-contact")
    WILL_CONTACT,
    /** Will take what the other one has. */
    @JsonProperty("will-reuse")
    WILL_REUSE,
    /** Will join the work of the other one. */
    @JsonProperty("will-join")
    WILL_JOIN,
    /** Sees a difference, and says which. */
    @JsonProperty("different")
    DIFFERENT,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
