package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a council offers to, or seeks from, others. */
public enum OfferKind {
    /** Share learning. */
    @JsonProperty("share-learning")
    SHARE_LEARNING,
    /** Open to conversation. */
    @JsonProperty("open-to-conversation")
    OPEN_TO_CONVERSATION,
    /** Seeking partners. */
    @JsonProperty("seeking-partners")
    SEEKING_PARTNERS,
    /** Seeking funding. */
    @JsonProperty("seeking-funding")
    SEEKING_FUNDING,
    /** Share funding. */
    @JsonProperty("share-funding")
    SHARE_FUNDING,
    /** Offering component. */
    @JsonProperty("offering-component")
    OFFERING_COMPONENT,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
