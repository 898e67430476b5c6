package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an initiative's record stands. */
public enum InitiativeState {
    /** Seen by its own organisation only. */
    @JsonProperty("draft")
    DRAFT,
    /** Listed and found. */
    @JsonProperty("published")
    PUBLISHED,
    /** Out of lists and counts, readable at its address. */
    @JsonProperty("archived")
    ARCHIVED,
    /** Taken back, with a reason. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Part of another record now. */
    @JsonProperty("merged")
    MERGED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
