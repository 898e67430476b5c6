package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a record. */
public enum Visibility {
    /** Everybody. */
    @JsonProperty("public")
    PUBLIC,
    /** Signed-in public bodies. */
    @JsonProperty("sector")
    SECTOR,
    /** The organisation itself. */
    @JsonProperty("organisation")
    ORGANISATION,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
