package org.councilregistry.schema;

/**
 * A service as other records name it.
 *
 * @param code its code, such as {@code lgsl:524}
 * @param label what it is called
 */
public record ServiceRef(String code, String label) {
    /** Strips texts; an absent list is an empty one. */
    public ServiceRef {
        code = Lists.required(code);
        label = Lists.required(label);
    }
}
