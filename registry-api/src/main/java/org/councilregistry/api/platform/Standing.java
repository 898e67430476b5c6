package org.councilregistry.api.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the body for which somebody acts is to the registry. */
public enum Standing {
    /** One that registers its work; or none, for who acts for the whole sector. */
    @JsonProperty("usual")
    USUAL,
    /** A supplier, which reads what the public reads. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** One that no longer exists, and changes nothing any more. */
    @JsonProperty("dissolved")
    DISSOLVED
}
