package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a record came in. */
public enum Origin {
    /** Form. */
    @JsonProperty("form")
    FORM,
    /** Api. */
    @JsonProperty("api")
    API,
    /** Csv. */
    @JsonProperty("csv")
    CSV,
    /** File. */
    @JsonProperty("file")
    FILE,
    /** Harvest. */
    @JsonProperty("harvest")
    HARVEST,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
