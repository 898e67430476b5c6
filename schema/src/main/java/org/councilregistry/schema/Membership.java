package org.councilregistry.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a signed-in person may act.
 *
 * @param member the membership's id
 * @param role what she may do there
 * @param organisation the organisation; none for sector-wide roles
 */
public record Membership(UUID member, Role role, @Nullable OrganisationRef organisation) {}
