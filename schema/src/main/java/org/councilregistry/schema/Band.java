package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How much two pieces of work overlap. */
public enum Band {
    /** The same problem and the same kind of solution. */
    @JsonProperty("same")
    SAME,
    /** Very much alike. */
    @JsonProperty("close")
    CLOSE,
    /** Worth a look. */
    @JsonProperty("related")
    RELATED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
