package org.councilregistry.api.components;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Completeness;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.ComponentDraft;
import org.councilregistry.schema.ComponentKind;
import org.councilregistry.schema.ComponentState;
import org.councilregistry.schema.Visibility;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code components}. */
public interface ComponentDao {
    /** What a row is read as. */
    String COLUMNS =
            """
            c.id, c.version, c.slug, o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
            c.name, c.kind, c.short_description, c.description, c.repository, c.aliases, c.landing_url, c.licence,
            c.development_status, c.software_type, c.platforms, c.languages, c.maintenance, c.depends_on, c.replaces,
            c.services, c.visibility, c.state, c.withdrawn_reason, c.superseded_by, c.completeness, c.created_at, c.updated_at
            """;

    /** Where the organisation's name comes from. */
    String OWNER = " join organisations o on o.id = c.organisation_id ";

    /** Who may see a row. */
    String SEEN = " can_see(c.audience, c.organisation_id, :sees, :own, :area) ";

    /** What the registry adds to a draft. */
    record Derived(
            UUID id,
            @Nullable String slug,
            UUID organisationId,
            @Nullable String repositoryKey,
            Visibility visibility,
            ComponentState state,
            Completeness completeness) {}

    @SqlQuery("select " + COLUMNS + " from components c" + OWNER + "where c.id = :id and" + SEEN)
    Optional<Component> find(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from components c" + OWNER + "where c.slug = :slug and" + SEEN)
    Optional<Component> findBySlug(String slug, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from components c" + OWNER
            + "where c.repository_key = :key and c.state in ('listed', 'deprecated', 'superseded') and" + SEEN)
    Optional<Component> findByRepository(String key, @BindMethods Caller caller);

    /** Why a component that was public is gone; the empty text when no reason was given. */
    @SqlQuery(
            """
            select coalesce(c.withdrawn_reason, '') from components c
            where (c.id = :id or c.slug = :slug) and c.state = 'withdrawn' and c.listed_at is not null
              and can_see(c.visibility, c.organisation_id, :sees, :own, :area)
            """)
    Optional<String> withdrawn(@Nullable UUID id, String slug, @BindMethods Caller caller);

    /** By what a list is narrowed; an absent value does not narrow. */
    record Filter(
            @Nullable UUID organisation,
            @Nullable ComponentKind kind,
            @Nullable String service,
            @Nullable String licence,
            @Nullable ComponentState state) {}

    /** The condition of every list. */
    String FILTER =
            """
             and (cast(:organisation as uuid) is null or c.organisation_id = :organisation)
             and (cast(:kind as text) is null or c.kind = :kind)
             and (cast(:service as text) is null or c.services @> array[cast(:service as text)])
             and (cast(:licence as text) is null or c.licence = :licence)
             and c.state = any(case when cast(:state as text) is null then array['listed', 'deprecated'] else array[cast(:state as text)] end)
            """;

    @SqlQuery("select " + COLUMNS + " from components c" + OWNER + "where c.id > :after and" + SEEN + FILTER
            + " order by c.id limit :limit")
    List<Component> list(@BindMethods Filter filter, UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from components c where" + SEEN + FILTER)
    long count(@BindMethods Filter filter, @BindMethods Caller caller);

    @SqlQuery(
            """
            with c as (
              insert into components (id, slug, organisation_id, name, kind, short_description, description, repository,
                                      repository_key, aliases, landing_url, licence, development_status, software_type,
                                      platforms, languages, maintenance, depends_on, replaces, services, visibility, state,
                                      superseded_by, completeness, listed_at)
              values (:id, :slug, :organisationId, :draft.name, :draft.kind, :draft.shortDescription, :draft.description,
                      :draft.repository, :repositoryKey, :draft.aliases, :draft.landingUrl, :draft.licence,
                      :draft.developmentStatus, :draft.softwareType, :draft.platforms, :draft.languages,
                      :draft.maintenance, :draft.dependsOn, :draft.replaces, :draft.services, :visibility, :state,
                      :draft.supersededBy, :completeness, case when :state = 'draft' then null else now() end)
              on conflict do nothing
              returning *)
            select
            """
                    + COLUMNS + " from c" + OWNER)
    Optional<Component> insert(@BindMethods Derived derived, @BindMethods("draft") ComponentDraft draft);

    @SqlQuery(
            """
            with c as (
              update components set version = version + 1, updated_at = now(), slug = coalesce(slug, :slug),
                name = :draft.name, kind = :draft.kind, short_description = :draft.shortDescription,
                description = :draft.description, repository = :draft.repository, repository_key = :repositoryKey,
                aliases = :draft.aliases, landing_url = :draft.landingUrl, licence = :draft.licence,
                development_status = :draft.developmentStatus, software_type = :draft.softwareType,
                platforms = :draft.platforms, languages = :draft.languages, maintenance = :draft.maintenance,
                depends_on = :draft.dependsOn, replaces = :draft.replaces, services = :draft.services,
                visibility = :visibility, state = :state, superseded_by = :draft.supersededBy,
                completeness = :completeness,
                listed_at = case when :state = 'draft' then listed_at else coalesce(listed_at, now()) end
              where id = :id and version = :version
                and not exists (
                  select 1 from components other
                  where other.repository_key = :repositoryKey and other.id <> :id and :state <> 'draft'
                    and other.state in ('listed', 'deprecated', 'superseded'))
              returning *)
            select
            """
                    + COLUMNS + " from c" + OWNER)
    Optional<Component> update(
            @BindMethods Derived derived, @BindMethods("draft") ComponentDraft draft, int version);

    @SqlQuery(
            """
            with c as (
              update components set version = version + 1, updated_at = now(), state = 'withdrawn', withdrawn_reason = :reason,
                slug = coalesce(slug, id::text)
              where id = :id and version = :version
              returning *)
            select
            """
                    + COLUMNS + " from c" + OWNER)
    Optional<Component> withdraw(UUID id, int version, String reason);

    @SqlQuery("select exists (select 1 from components where slug = :slug)")
    boolean slugTaken(String slug);

    /** Lets one transaction at a time give away a slug or a repository, so that the second one sees that it is taken. */
    @SqlQuery("select true from pg_advisory_xact_lock(hashtextextended('component ' || :word, 0))")
    boolean lock(String word);
}
