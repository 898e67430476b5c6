package org.councilregistry.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as other records name it.
 *
 * @param id its id
 * @param slug its word in addresses
 * @param name its name now
 */
public record OrganisationRef(UUID id, String slug, String name) {
    /** Strips texts; an absent list is an empty one. */
    public OrganisationRef {
        slug = Lists.required(slug);
        name = Lists.required(name);
    }

    /** The id of an organisation, where there is one. */
    public static @Nullable UUID idOf(@Nullable OrganisationRef organisation) {
        return organisation == null ? null : organisation.id();
    }
}
