package org.councilregistry.schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A council, or another body that takes part: what it is called, what it is, when it exists.
 *
 * @param id the organisation's id
 * @param version counts its changes
 * @param slug its word in addresses
 * @param name its official name
 * @param otherNames names under which people look for it, old and misspelt ones included
 * @param country ISO 3166 code, such as {@code GB}
 * @param kind what kind of body it is
 * @param nation nation within the country, such as {@code Wales}
 * @param region region within the nation, such as {@code South West}
 * @param parent the county of a district
 * @param members the members of a partnership or combined authority
 * @param homepage its web site
 * @param emailDomains mail domains of its staff
 * @param state whether it exists
 * @param startedOn first day of its existence
 * @param endedOn first day on which it no longer existed
 * @param identifiers the codes under which others know it
 * @param createdAt when it was registered here
 * @param updatedAt when its record last changed
 */
public record Organisation(
        UUID id,
        int version,
        String slug,
        String name,
        List<String> otherNames,
        String country,
        OrganisationKind kind,
        @Nullable String nation,
        @Nullable String region,
        @Nullable OrganisationRef parent,
        List<OrganisationRef> members,
        @Nullable String homepage,
        @Sector List<String> emailDomains,
        OrganisationState state,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        List<Identifier> identifiers,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {
    /** Strips texts; an absent list is an empty one. */
    public Organisation {
        slug = Lists.required(slug);
        name = Lists.required(name);
        otherNames = Lists.texts(otherNames);
        country = Lists.required(country);
        nation = Lists.text(nation);
        region = Lists.text(region);
        members = Lists.of(members);
        homepage = Lists.text(homepage);
        emailDomains = Lists.texts(emailDomains);
        identifiers = Lists.of(identifiers);
    }
}
