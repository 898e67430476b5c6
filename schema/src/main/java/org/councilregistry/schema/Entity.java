package org.councilregistry.schema;

import java.util.UUID;

/** Something that the registry keeps under an id, with a version that leads its ETag. */
public interface Entity {
    /** The record's id, a UUIDv7; it never changes. */
    UUID id();

    /** Counts the changes of the record, from 1. */
    int version();
}
