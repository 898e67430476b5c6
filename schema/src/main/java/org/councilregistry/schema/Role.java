package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a key or a membership allows its holder to do. */
public enum Role {
    /** Read what is public. */
    @JsonProperty("public")
    PUBLIC,
    /** Also read what is kept to public bodies. */
    @JsonProperty("viewer")
    VIEWER,
    /** Also draft for its organisation. */
    @JsonProperty("contributor")
    CONTRIBUTOR,
    /** Also publish, change, import and confirm. */
    @JsonProperty("editor")
    EDITOR,
    /** Also keys, members and claims. */
    @JsonProperty("organisation-admin")
    ORGANISATION_ADMIN,
    /** Review overlaps in her area. */
    @JsonProperty("coordinator")
    COORDINATOR,
    /** Also organisations, vocabularies and any record. */
    @JsonProperty("sector-admin")
    SECTOR_ADMIN,
    /** Read everything, change nothing. */
    @JsonProperty("auditor")
    AUDITOR,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
