package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What an overlap rests on. */
public enum ReasonKind {
    /** Service. */
    @JsonProperty("service")
    SERVICE,
    /** Words. */
    @JsonProperty("words")
    WORDS,
    /** Meaning. */
    @JsonProperty("meaning")
    MEANING,
    /** Component. */
    @JsonProperty("component")
    COMPONENT,
    /** Supplier. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** Origin. */
    @JsonProperty("origin")
    ORIGIN,
    /** Timing. */
    @JsonProperty("timing")
    TIMING,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
