package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a coordinator decides about an overlap. */
public enum Decision {
    /** The two councils are brought together. */
    @JsonProperty("introduce")
    INTRODUCE,
    /** Alike, but each goes on alone. */
    @JsonProperty("related")
    RELATED,
    /** Not the same work; it is not raised again. */
    @JsonProperty("different")
    DIFFERENT,
    /** Too early to say. */
    @JsonProperty("watch")
    WATCH,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
