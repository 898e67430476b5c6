package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What another organisation does in a piece of work. */
public enum ParticipantRole {
    /** Partner. */
    @JsonProperty("partner")
    PARTNER,
    /** Funder. */
    @JsonProperty("funder")
    FUNDER,
    /** Supplier. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** Adviser. */
    @JsonProperty("adviser")
    ADVISER,
    /** Observer. */
    @JsonProperty("observer")
    OBSERVER,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
