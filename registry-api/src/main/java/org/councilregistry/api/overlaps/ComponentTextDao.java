package org.councilregistry.api.overlaps;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.ComponentState;
import org.councilregistry.schema.DevelopmentStatus;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationRef;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads what of components is compared. Writes nothing. */
public interface ComponentTextDao {
    /**
     * A component as far as it is compared and shown.
     *
     * @param version changes with its texts
     */
    record Text(
            UUID id,
            int version,
            @Nullable String slug,
            String name,
            @Nullable String shortDescription,
            @Nullable String description,
            OrganisationRef organisation,
            @Nullable String country,
            OrganisationKind ownerKind,
            @Nullable String repository,
            @Nullable String licence,
            @Nullable DevelopmentStatus developmentStatus,
            ComponentState state,
            List<String> services,
            List<String> dependsOn) {}

    /** What a text is read as. */
    String TEXT = """
            select c.id, c.version, c.slug, c.name, c.short_description, c.description, o.id as organisation_id,
                   o.slug as organisation_slug, o.name as organisation_name, o.country, o.kind as owner_kind, c.repository,
                   c.licence, c.development_status, c.state, c.services, c.depends_on
            from components c join organisations o on o.id = c.organisation_id
            where can_see(c.audience, c.organisation_id, :sees, :own, :area)
            """;

    @SqlQuery(TEXT + " and c.id = :id")
    Optional<Text> one(UUID id, @BindMethods Caller caller);

    @SqlQuery(TEXT + " and c.id = any(:ids) and c.state in ('listed', 'deprecated')")
    List<Text> offered(List<UUID> ids, @BindMethods Caller caller);
}
