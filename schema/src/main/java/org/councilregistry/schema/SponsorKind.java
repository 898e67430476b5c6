package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of sponsor stands behind a piece of work. */
public enum SponsorKind {
    /** Cabinet member. */
    @JsonProperty("cabinet-member")
    CABINET_MEMBER,
    /** Chief officer. */
    @JsonProperty("chief-officer")
    CHIEF_OFFICER,
    /** Head of service. */
    @JsonProperty("head-of-service")
    HEAD_OF_SERVICE,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
