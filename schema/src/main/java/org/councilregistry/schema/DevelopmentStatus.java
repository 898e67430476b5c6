package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the development of a component has come. */
public enum DevelopmentStatus {
    /** Concept. */
    @JsonProperty("concept")
    CONCEPT,
    /** Development. */
    @JsonProperty("development")
    DEVELOPMENT,
    /** Beta. */
    @JsonProperty("beta")
    BETA,
    /** Stable. */
    @JsonProperty("stable")
    STABLE,
    /** Obsolete. */
    @JsonProperty("obsolete")
    OBSOLETE,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
