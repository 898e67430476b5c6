package org.councilregistry.api.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.ServiceRef;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads what search knows of every noun. Writes nothing. */
public interface SearchDao {
    /** A record as search knows it. */
    record Entry(
            String type,
            UUID id,
            int version,
            @Nullable String slug,
            String title,
            @Nullable String summary,
            @Nullable String body,
            String audience,
            OrganisationRef organisation,
            @Nullable Phase phase,
            List<String> services,
            List<String> benefitAreas,
            List<String> tags,
            @Nullable Instant confirmedAt,
            @Nullable LocalDate confirmBy,
            Instant createdAt) {}

    /** All that search knows, as one table. */
    String ENTRIES = """
            select 'initiative' as type, i.id, i.version, i.slug, i.title, i.summary,
                   concat_ws(E'\\n', i.problem, i.users, i.approach, i.learning, array_to_string(i.tags, ', '),
                     array_to_string(i.technologies, ', '), array_to_string(i.suppliers, ', '), array_to_string(i.systems, ', '),
                     (select string_agg(s.label || ' ' || array_to_string(s.synonyms, ' '), ' ') from services s where s.code = any(i.services))) as body,
                   i.audience, o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
                   i.phase, i.services, i.benefit_areas, i.tags, i.confirmed_at, i.confirm_by, i.created_at
            from initiatives i join organisations o on o.id = i.organisation_id where i.state = 'published'
            union all
            select 'component', c.id, c.version, c.slug, c.name, c.short_description,
                   concat_ws(E'\\n', c.description, array_to_string(c.aliases, ', '), c.repository,
                     (select string_agg(s.label || ' ' || array_to_string(s.synonyms, ' '), ' ') from services s where s.code = any(c.services))),
                   c.audience, o.id, o.slug, o.name, null, c.services, '{}', '{}', null, null, c.created_at
            from components c join organisations o on o.id = c.organisation_id where c.state in ('listed', 'deprecated', 'superseded')
            union all
            select 'organisation', o.id, o.version, o.slug, o.name, null,
                   concat_ws(E'\\n', array_to_string(o.other_names, ', '), o.nation, o.region),
                   'public', o.id, o.slug, o.name, null, '{}', '{}', '{}', null, null, o.created_at
            from organisations o
            """;

    @SqlQuery("select * from (" + ENTRIES + ") e where e.type = :type and e.id = any(:ids)")
    List<Entry> entries(String type, List<UUID> ids);

    /** The records of one type that belong to these organisations, or to these services. */
    @SqlQuery("""
            with told as (select array(select code from services where id = any(:ids)) as codes)
            select i.id from initiatives i, told
            where :type = 'initiative' and (i.organisation_id = any(:ids) or i.services && told.codes)
            union all
            select c.id from components c, told
            where :type = 'component' and (c.organisation_id = any(:ids) or c.services && told.codes)
            """)
    List<UUID> about(String type, List<UUID> ids);

    /** A record as a list that is followed or taken along shows it. */
    record Line(
            UUID id,
            @Nullable String slug,
            String title,
            @Nullable String summary,
            OrganisationRef organisation,
            @Nullable Phase phase,
            List<String> services,
            List<String> tags,
            @Nullable Instant confirmedAt,
            Instant createdAt) {}

    @SqlQuery("""
            select e.id, e.slug, e.title, e.summary, e.organisation_id, e.organisation_slug, e.organisation_name,
                   e.phase, e.services, e.tags, e.confirmed_at, e.created_at
            from (""" + ENTRIES
            + ") e where e.id = any(:ids) and can_see(e.audience, (e.organisation_id), :sees, :own, :area)")
    List<Line> lines(List<UUID> ids, @BindMethods Caller caller);

    /** A record as a hit shows it. */
    record Shown(
            String type,
            UUID id,
            @Nullable String slug,
            String title,
            @Nullable String summary,
            OrganisationRef organisation,
            @Nullable Phase phase,
            @Nullable Instant confirmedAt) {}

    @SqlQuery("""
            select e.type, e.id, e.slug, e.title, e.summary, e.organisation_id, e.organisation_slug, e.organisation_name,
                   e.phase, e.confirmed_at
            from (""" + ENTRIES
            + ") e where e.id = any(:ids) and can_see(e.audience, (e.organisation_id), :sees, :own, :area)")
    List<Shown> shown(List<UUID> ids, @BindMethods Caller caller);

    /** The text of a record beside title and summary. */
    record Body(UUID id, @Nullable String body) {}

    @SqlQuery("select e.id, e.body from (" + ENTRIES
            + ") e where e.id = any(:ids) and can_see(e.audience, (e.organisation_id), :sees, :own, :area)")
    List<Body> bodies(List<UUID> ids, @BindMethods Caller caller);

    @SqlQuery(ENTRIES)
    @FetchSize(500)
    Stream<Entry> all();

    @SqlQuery("select id, slug, name from organisations where slug = any(:slugs)")
    List<OrganisationRef> organisations(List<String> slugs);

    @SqlQuery("select code, label from services")
    List<ServiceRef> services();
}
