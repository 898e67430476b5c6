package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the people concerned took part. */
public enum CoProduction {
    /** Nobody has said. */
    @JsonProperty("not-recorded")
    NOT_RECORDED,
    /** They took no part. */
    @JsonProperty("none")
    NONE,
    /** They were asked. */
    @JsonProperty("consulted")
    CONSULTED,
    /** They shaped it. */
    @JsonProperty("co-designed")
    CO_DESIGNED,
    /** They run it, too. */
    @JsonProperty("co-delivered")
    CO_DELIVERED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
