package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a piece of work stands, in the words of the GOV.UK Service Manual. */
public enum Phase {
    /** Nothing has begun. */
    @JsonProperty("idea")
    IDEA,
    /** Learning whether there is a problem worth solving. */
    @JsonProperty("discovery")
    DISCOVERY,
    /** Trying out ways to solve it. */
    @JsonProperty("alpha")
    ALPHA,
    /** Choosing what to buy. */
    @JsonProperty("procurement")
    PROCUREMENT,
    /** Putting in what was bought. */
    @JsonProperty("implementation")
    IMPLEMENTATION,
    /** Used by a few. */
    @JsonProperty("private-beta")
    PRIVATE_BETA,
    /** Used by many, still changing. */
    @JsonProperty("public-beta")
    PUBLIC_BETA,
    /** In full use. */
    @JsonProperty("live")
    LIVE,
    /** Did what it set out to do; there is no next phase. */
    @JsonProperty("completed")
    COMPLETED,
    /** Taken out of use. */
    @JsonProperty("retired")
    RETIRED,
    /** Stopped for now. */
    @JsonProperty("paused")
    PAUSED,
    /** Ended before its aim; says what was learnt. */
    @JsonProperty("stopped")
    STOPPED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
