package org.councilregistry.api.organisations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraft;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.OrganisationState;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code organisations}. Every organisation is public. */
public interface OrganisationDao {
    /** What a row is read as. */
    String COLUMNS = """
            o.id, o.version, o.slug, o.name, o.other_names, o.country, o.kind, o.nation, o.region,
            p.id as parent_id, p.slug as parent_slug, p.name as parent_name,
            (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name) order by m.slug collate "C"), '[]')
             from organisations m where m.id = any(o.member_ids)) as members,
            o.homepage, o.email_domains, o.state, o.started_on, o.ended_on, o.identifiers, o.created_at, o.updated_at
            """;

    /** How others name an organisation, and what it matters to know before acting for it. */
    record Found(UUID id, String slug, String name, OrganisationKind kind, OrganisationState state) {
        OrganisationRef ref() {
            return new OrganisationRef(id, slug, name);
        }
    }

    /** What the registry adds to a draft: references that were looked up, and the keys of its names. */
    record Resolved(
            UUID id,
            String slug,
            String country,
            OrganisationState state,
            @Nullable UUID parentId,
            List<UUID> memberIds,
            List<String> nameKeys) {}

    @SqlQuery("select " + COLUMNS
            + " from organisations o left join organisations p on p.id = o.parent_id where o.id = :id")
    Optional<Organisation> find(UUID id);

    @SqlQuery("""
            select id, slug, name, kind, state from organisations where id = :id
            """)
    List<Found> byId(UUID id);

    @SqlQuery("""
            select id, slug, name, kind, state from organisations
            where slug = :slug
            union all
            select id, slug, name, kind, state from organisations
            where former_slugs @> array[cast(:slug as text)] and not exists (select 1 from organisations where slug = :slug)
            """)
    List<Found> bySlug(String slug);

    @SqlQuery("""
            select id, slug, name, kind, state from organisations
            where identifiers @> jsonb_build_array(jsonb_build_object('scheme', :scheme, 'value', :value))
            order by slug collate "C"
            """)
    List<Found> byIdentifier(String scheme, String value);

    @SqlQuery("""
            select id, slug, name, kind, state from organisations
            where name_keys @> array[cast(:key as text)]
            order by slug collate "C"
            """)
    List<Found> byName(String key);

    @SqlQuery(
            "select " + COLUMNS + " from organisations o left join organisations p on p.id = o.parent_id order by o.id")
    List<Organisation> all();

    @SqlQuery("select slug from organisations union select unnest(former_slugs) from organisations")
    List<String> slugs();

    @SqlQuery("select name from organisations union select unnest(other_names) from organisations")
    List<String> names();

    /** By what a list is narrowed; an absent value does not narrow. */
    record Filter(
            @Nullable String q,
            @Nullable OrganisationKind kind,
            @Nullable String nation,
            @Nullable String region,
            @Nullable OrganisationState state,
            @Nullable String scheme,
            @Nullable String value) {}

    /** The condition of every list. */
    String FILTER = """
            (cast(:q as text) is null or exists (select 1 from unnest(o.name_keys) k where k like '%' || :q || '%'))
            and (cast(:kind as text) is null or o.kind = :kind)
            and (cast(:nation as text) is null or o.nation = :nation)
            and (cast(:region as text) is null or o.region = :region)
            and (cast(:state as text) is null or o.state = :state)
            and (cast(:scheme as text) is null
                 or o.identifiers @> jsonb_build_array(jsonb_build_object('scheme', cast(:scheme as text), 'value', cast(:value as text))))
            """;

    @SqlQuery("select " + COLUMNS
            + " from organisations o left join organisations p on p.id = o.parent_id where o.id > :after and " + FILTER
            + " order by o.id limit :limit")
    List<Organisation> list(@BindMethods Filter filter, UUID after, int limit);

    @SqlQuery("select count(*) from organisations o where " + FILTER)
    long count(@BindMethods Filter filter);

    @SqlQuery("""
            with o as (
              insert into organisations (id, slug, name, other_names, name_keys, country, kind, nation, region, parent_id,
                                         member_ids, homepage, email_domains, state, started_on, ended_on, identifiers)
              values (:id, :slug, :draft.name, :draft.otherNames, :nameKeys, :country, :draft.kind, :draft.nation,
                      :draft.region, :parentId, :memberIds, :draft.homepage, :draft.emailDomains, :state,
                      :draft.startedOn, :draft.endedOn, :draft.identifiers)
              on conflict do nothing
              returning *)
            select
            """ + COLUMNS + " from o left join organisations p on p.id = o.parent_id")
    Optional<Organisation> insert(@BindMethods Resolved resolved, @BindMethods("draft") OrganisationDraft draft);

    @SqlQuery("""
            with o as (
              update organisations set version = version + 1, updated_at = now(),
                former_slugs = case when slug = :slug then former_slugs else array_append(former_slugs, slug) end,
                slug = :slug, name = :draft.name, other_names = :draft.otherNames, name_keys = :nameKeys,
                country = :country, kind = :draft.kind, nation = :draft.nation, region = :draft.region,
                parent_id = :parentId, member_ids = :memberIds, homepage = :draft.homepage,
                email_domains = :draft.emailDomains, state = :state, started_on = :draft.startedOn,
                ended_on = :draft.endedOn, identifiers = :draft.identifiers
              where id = :id and version = :version
              returning *)
            select
            """ + COLUMNS + " from o left join organisations p on p.id = o.parent_id")
    Optional<Organisation> update(
            @BindMethods Resolved resolved, @BindMethods("draft") OrganisationDraft draft, int version);

    @SqlQuery("select exists (select 1 from organisations where slug = :slug)")
    boolean slugTaken(String slug);

    @SqlQuery("""
            select o.slug from successions s join organisations o on o.id = s.successor_id
            where s.predecessor_id = :id order by o.slug collate "C"
            """)
    List<String> successors(UUID id);

    /** The organisations for which this one speaks: its members, and the districts of a county. */
    @SqlQuery("""
            select m.id from organisations o join organisations m on m.id = any(o.member_ids) where o.id = :id
            union
            select d.id from organisations d where d.parent_id = :id
            """)
    List<UUID> speaksFor(UUID id);
}
