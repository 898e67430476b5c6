package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a publish did. */
public enum PublishOutcome {
    /** The record is new. */
    @JsonProperty("created")
    CREATED,
    /** The record was changed. */
    @JsonProperty("updated")
    UPDATED,
    /** The record was already as published. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
