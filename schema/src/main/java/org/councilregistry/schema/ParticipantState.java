package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a participant has agreed. */
public enum ParticipantState {
    /** Named by the lead, has not answered. */
    @JsonProperty("invited")
    INVITED,
    /** Confirmed. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** Declined. */
    @JsonProperty("declined")
    DECLINED,
    /** Left. */
    @JsonProperty("left")
    LEFT,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
