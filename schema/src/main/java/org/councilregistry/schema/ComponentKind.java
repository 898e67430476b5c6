package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of reusable thing a component is. */
public enum ComponentKind {
    /** Software. */
    @JsonProperty("software")
    SOFTWARE,
    /** Library. */
    @JsonProperty("library")
    LIBRARY,
    /** Api. */
    @JsonProperty("api")
    API,
    /** Data standard. */
    @JsonProperty("data-standard")
    DATA_STANDARD,
    /** Design pattern. */
    @JsonProperty("design-pattern")
    DESIGN_PATTERN,
    /** Content pattern. */
    @JsonProperty("content-pattern")
    CONTENT_PATTERN,
    /** Low code template. */
    @JsonProperty("low-code-template")
    LOW_CODE_TEMPLATE,
    /** Dataset. */
    @JsonProperty("dataset")
    DATASET,
    /** Ai model. */
    @JsonProperty("ai-model")
    AI_MODEL,
    /** Research. */
    @JsonProperty("research")
    RESEARCH,
    /** Procurement template. */
    @JsonProperty("procurement-template")
    PROCUREMENT_TEMPLATE,
    /** Training. */
    @JsonProperty("training")
    TRAINING,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
