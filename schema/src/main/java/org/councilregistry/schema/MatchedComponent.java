package org.councilregistry.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A component that does the like of another.
 *
 * @param id its id
 * @param slug its word in addresses
 * @param name what it is called
 * @param shortDescription what it does, in one sentence
 * @param organisation who owns it
 * @param repository where its source is kept
 * @param licence SPDX licence expression
 * @param developmentStatus how far its development has come
 * @param state whether it is still recommended
 */
public record MatchedComponent(
        UUID id,
        @Nullable String slug,
        String name,
        @Nullable String shortDescription,
        OrganisationRef organisation,
        @Nullable String repository,
        @Nullable String licence,
        @Nullable DevelopmentStatus developmentStatus,
        ComponentState state) {
    /** Strips texts. */
    public MatchedComponent {
        slug = Lists.text(slug);
        name = Lists.required(name);
        shortDescription = Lists.text(shortDescription);
        repository = Lists.text(repository);
        licence = Lists.text(licence);
    }
}
