package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it is asked for.
 *
 * @param slug its word in addresses; made from the name if absent
 * @param name its official name
 * @param otherNames names under which people look for it
 * @param country ISO 3166 code; {@code GB} if absent
 * @param kind what kind of body it is
 * @param nation nation within the country
 * @param region region within the nation
 * @param parent the county of a district: id, slug or {@code scheme:value}
 * @param members members of a partnership: ids, slugs or {@code scheme:value}
 * @param homepage its web site
 * @param emailDomains mail domains of its staff
 * @param state whether it exists; {@code active} if absent
 * @param startedOn first day of its existence
 * @param endedOn first day on which it no longer existed
 * @param identifiers the codes under which others know it
 */
@RecordBuilder
public record OrganisationDraft(
        @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Nullable
        String slug,

        @NotBlank @Size(max = 200) String name,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> otherNames,
        @Pattern(regexp = "[A-Z]{2}") @Nullable String country,
        @NotNull @Nullable OrganisationKind kind,
        @Size(max = 100) @Nullable String nation,
        @Size(max = 100) @Nullable String region,
        @Size(max = 200) @Nullable String parent,
        @Size(max = 500) List<@NotBlank @Size(max = 200) String> members,

        @Size(max = 500) @Pattern(regexp = "https?://\\S+") @Nullable
        String homepage,

        @Size(max = 50) List<@NotBlank @Size(max = 200) String> emailDomains,
        @Nullable OrganisationState state,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Valid @Size(max = 50) List<Identifier> identifiers)
        implements OrganisationDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public OrganisationDraft {
        slug = Lists.text(slug);
        name = Lists.required(name);
        otherNames = Lists.texts(otherNames);
        country = Lists.text(country);
        nation = Lists.text(nation);
        region = Lists.text(region);
        parent = Lists.text(parent);
        members = Lists.texts(members);
        homepage = Lists.text(homepage);
        emailDomains = Lists.texts(emailDomains);
        identifiers = Lists.of(identifiers);
    }

    /** The draft that would ask for this organisation as it is. */
    public static OrganisationDraft of(Organisation o) {
        OrganisationRef parent = o.parent();
        return new OrganisationDraft(
                o.slug(),
                o.name(),
                o.otherNames(),
                o.country(),
                o.kind(),
                o.nation(),
                o.region(),
                parent == null ? null : parent.slug(),
                o.members().stream().map(OrganisationRef::slug).toList(),
                o.homepage(),
                o.emailDomains(),
                o.state(),
                o.startedOn(),
                o.endedOn(),
                o.identifiers());
    }
}
