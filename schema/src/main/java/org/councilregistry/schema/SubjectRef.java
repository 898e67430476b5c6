package org.councilregistry.schema;

import java.util.UUID;

/**
 * The record that an event is about.
 *
 * @param type its noun, such as {@code initiative}
 * @param id its id
 * @param version its version after the change
 */
public record SubjectRef(String type, UUID id, int version) {
    /** Strips texts; an absent list is an empty one. */
    public SubjectRef {
        type = Lists.required(type);
    }
}
