package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of a request to join. */
public enum JoiningRequestState {
    /** Nobody has answered yet. */
    @JsonProperty("open")
    OPEN,
    /** The person is a member. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Refused, with a reason. */
    @JsonProperty("declined")
    DECLINED,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
