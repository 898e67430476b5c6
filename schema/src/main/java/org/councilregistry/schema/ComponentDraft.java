package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A component as it is asked for.
 *
 * @param organisation who owns it: id, slug or {@code scheme:value}
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
 * @param visibility who may see it; {@code public} if absent
 * @param state {@code listed} if absent
 * @param supersededBy the component that takes its place
 */
@RecordBuilder
public record ComponentDraft(
        @NotBlank @Size(max = 200) String organisation,
        @NotBlank @Size(max = 200) String name,
        @NotNull @Nullable ComponentKind kind,
        @Size(max = 150) @Nullable String shortDescription,
        @Size(max = 10000) @Nullable String description,
        @Size(max = 500) @Nullable String repository,
        @Size(max = 50) List<@NotBlank @Size(max = 500) String> aliases,

        @Size(max = 500) @Pattern(regexp = "https?://\\S+") @Nullable
        String landingUrl,

        @Size(max = 200) @Nullable String licence,
        @Nullable DevelopmentStatus developmentStatus,
        @Size(max = 60) @Nullable String softwareType,
        @Size(max = 30) List<@NotBlank @Size(max = 60) String> platforms,
        @Size(max = 50) List<@NotBlank @Size(max = 20) String> languages,
        @Nullable MaintenanceKind maintenance,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> dependsOn,
        @Size(max = 50) List<@NotBlank @Size(max = 200) String> replaces,
        @Size(max = 20) List<@NotBlank @Size(max = 40) String> services,
        @Nullable Visibility visibility,
        @Nullable ComponentState state,
        @Nullable UUID supersededBy)
        implements ComponentDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public ComponentDraft {
        organisation = Lists.required(organisation);
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
    }

    /** The draft that would ask for this component as it is. */
    public static ComponentDraft of(Component c) {
        return new ComponentDraft(
                c.organisation().slug(),
                c.name(),
                c.kind(),
                c.shortDescription(),
                c.description(),
                c.repository(),
                c.aliases(),
                c.landingUrl(),
                c.licence(),
                c.developmentStatus(),
                c.softwareType(),
                c.platforms(),
                c.languages(),
                c.maintenance(),
                c.dependsOn(),
                c.replaces(),
                c.services(),
                c.visibility(),
                c.state(),
                c.supersededBy());
    }
}
