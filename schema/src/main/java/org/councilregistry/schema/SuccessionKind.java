package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How one organisation follows another. */
public enum SuccessionKind {
    /** Several become one. */
    @JsonProperty("merger")
    MERGER,
    /** One becomes several. */
    @JsonProperty("split")
    SPLIT,
    /** One becomes one, with another shape. */
    @JsonProperty("continuing")
    CONTINUING,
    /** Only some functions move. */
    @JsonProperty("transfer-of-function")
    TRANSFER_OF_FUNCTION,
    /** The same body under another name. */
    @JsonProperty("rename")
    RENAME,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
