package org.councilregistry.schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that another council can reuse: software, a pattern, a standard, research.
 *
 * @param id the component's id
 * @param version counts its changes
 * @param slug its word in addresses; given when it is first listed
 * @param organisation who owns it
 * @param name what it is called
 * @param kind what kind of thing it is
 * @param shortDescription what it does, in one sentence
 * @param description what it does, in full (Markdown)
 * @param repository where its source is kept
 * @param aliases other names, former repositories
 * @param landingUrl its page
 * @param licence SPDX licence expression
 * @param developmentStatus how far its development has come
 * @param softwareType the form of software, as in publiccode.yml
 * @param platforms what it runs on
 * @param languages languages of its texts and screens (BCP 47)
 * @param maintenance who looks after it
 * @param dependsOn what it needs
 * @param replaces what it takes the place of
 * @param services codes of the services it is about
 * @param visibility who may see it
 * @param state whether it is still recommended
 * @param withdrawnReason why it was taken back
 * @param supersededBy the component that takes its place
 * @param completeness what it still lacks
 * @param createdAt when it was registered here
 * @param updatedAt when it last changed
 */
public record Component(
        UUID id,
        int version,
        @Nullable String slug,
        OrganisationRef organisation,
        String name,
        ComponentKind kind,
        @Nullable String shortDescription,
        @Nullable String description,
        @Nullable String repository,
        List<String> aliases,
        @Nullable String landingUrl,
        @Nullable String licence,
        @Nullable DevelopmentStatus developmentStatus,
        @Nullable String softwareType,
        List<String> platforms,
        List<String> languages,
        @Nullable MaintenanceKind maintenance,
        List<String> dependsOn,
        List<String> replaces,
        List<String> services,
        Visibility visibility,
        ComponentState state,
        @Nullable String withdrawnReason,
        @Nullable UUID supersededBy,
        Completeness completeness,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Component {
        slug = Lists.text(slug);
        name = Lists.required(name);
        shortDescription = Lists.text(shortDescription);
        description = Lists.text(description);
        repository = Lists.text(repository);
        aliases = Lists.texts(aliases);
        landingUrl = Lists.text(landingUrl);
        licence = Lists.text(licence);
        softwareType = Lists.text(softwareType);
        platforms = Lists.texts(platforms);
        languages = Lists.texts(languages);
        dependsOn = Lists.texts(dependsOn);
        replaces = Lists.texts(replaces);
        services = Lists.texts(services);
        withdrawnReason = Lists.text(withdrawnReason);
    }
}
