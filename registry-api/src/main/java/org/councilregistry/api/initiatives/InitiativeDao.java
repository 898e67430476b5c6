package org.councilregistry.api.initiatives;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Completeness;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.Visibility;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code initiatives}. */
public interface InitiativeDao {
    /** What a row is read as. */
    String COLUMNS = """
            i.id, i.version, i.slug, o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
            i.external_id, i.title, i.summary, i.problem, i.users, i.approach, i.evidence, i.co_production,
            i.co_production_note, i.department, i.contact, i.phase, i.phase_since, i.phase_note, i.learning, i.services,
            i.benefit_areas, i.barriers, i.technologies, i.suppliers, i.systems, i.tags, i.offers, i.budget_band, i.budget,
            i.funding, i.planned_start, i.planned_end, i.governance, i.links,
            (select jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', po.id, 'slug', po.slug, 'name', po.name),
                                                 'role', p.role, 'state', p.state) order by po.slug collate "C", p.role)
             from initiative_participants p join organisations po on po.id = p.organisation_id
             where p.initiative_id = i.id) as participants,
            i.language, i.visibility, i.state, i.withdrawn_reason, i.merged_into, i.superseded_by, i.unclaimed, i.origin,
            i.completeness,
            (select s.seen_at from initiative_sources s where s.initiative_id = i.id) as last_seen_at_source,
            i.confirmed_at, i.confirmed_by, i.confirm_by, coalesce(i.confirm_by < current_date, false) as stale,
            i.published_at, i.created_at, i.updated_at
            """;

    /** Where the organisation's name comes from. */
    String OWNER = " join organisations o on o.id = i.organisation_id ";

    /** Who may see a row. */
    String SEEN = " can_see(i.audience, i.organisation_id, :sees, :own, :area) ";

    /**
     * What the registry adds to a draft.
     *
     * @param origins what tells the work from all others
     * @param lifetime after how many days it must be confirmed again; null when it no longer expires
     */
    record Derived(
            UUID id,
            @Nullable String slug,
            UUID organisationId,
            InitiativeState state,
            Visibility visibility,
            boolean unclaimed,
            Origin origin,
            Completeness completeness,
            List<String> origins,
            @Nullable Integer lifetime) {}

    @SqlQuery("select " + COLUMNS + " from initiatives i" + OWNER + "where i.id = :id and" + SEEN)
    Optional<Initiative> find(UUID id, @BindMethods Caller caller);

    /** Everything on which the answer for a record depends: while it is the same, so is the answer. */
    record Stamp(
            UUID id,
            int version,
            int owner,
            long participants,
            @Nullable Instant seen,
            boolean stale) {}

    /** What a stamp is read as. */
    String STAMP = """
            i.id, i.version, o.version as owner,
            coalesce((select sum(hashtext(po.version || p.state || po.id::text || p.role))
                      from initiative_participants p join organisations po on po.id = p.organisation_id
                      where p.initiative_id = i.id), 0) as participants,
            (select s.seen_at from initiative_sources s where s.initiative_id = i.id) as seen,
            coalesce(i.confirm_by < current_date, false) as stale
            """;

    @SqlQuery("select " + STAMP + " from initiatives i" + OWNER + "where i.id = :id and" + SEEN)
    Optional<Stamp> stamp(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + STAMP + " from initiatives i" + OWNER + "where i.slug = :slug and" + SEEN)
    Optional<Stamp> stampBySlug(String slug, @BindMethods Caller caller);

    /** By a publisher's key; also one that was redacted, so that its publisher does not bring it back. */
    @SqlQuery("select " + COLUMNS + " from initiatives i" + OWNER + """
            where i.organisation_id = :organisation
              and i.external_id in (:externalId, redacted_key(:organisation, :externalId))
            order by i.external_id = :externalId desc limit 1
            """)
    Optional<Initiative> findByExternalId(UUID organisation, String externalId);

    /** What is left to say of a record that is no longer shown. */
    record Gone(
            UUID id,
            InitiativeState state,
            @Nullable String withdrawnReason,
            @Nullable UUID mergedInto) {}

    @SqlQuery("""
            select i.id, i.state, i.withdrawn_reason, i.merged_into from initiatives i
            where (i.id::text = :ref or i.slug = :ref) and i.state in ('withdrawn', 'merged') and i.published_at is not null
              and can_see(i.visibility, i.organisation_id, :sees, :own, :area)
            """)
    Optional<Gone> gone(String ref, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from initiatives i" + OWNER + "where i.id = any(:ids) and" + SEEN)
    List<Initiative> all(List<UUID> ids, @BindMethods Caller caller);

    @SqlQuery("select " + STAMP + """
             from (select i.id, i.version, i.organisation_id, i.confirm_by, i.updated_at from initiatives i where
            """ + SEEN + " <conditions> order by <order> limit :limit) i" + OWNER
            + " order by <order>")
    List<Stamp> stamps(
            @Define String conditions,
            @Define String order,
            @BindMethods InitiativeQuery.Values values,
            @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from initiatives i" + OWNER + "where i.id > :after and i.state = 'published' and"
            + SEEN + " order by i.id limit :limit")
    List<Initiative> published(UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from initiatives i where" + SEEN + " <conditions>")
    long count(@Define String conditions, @BindMethods InitiativeQuery.Values values, @BindMethods Caller caller);

    @SqlQuery("""
            with i as (
              insert into initiatives (id, slug, organisation_id, external_id, title, summary, problem, users, approach, evidence,
              co_production, co_production_note, department, contact, phase, phase_since, phase_note, learning,
              services, benefit_areas, barriers, technologies, suppliers, systems, tags, offers, budget_band,
              budget, funding, planned_start, planned_end, governance, links, language, visibility, state,
              unclaimed, origin, completeness, origins, confirm_by, published_at)
              values (:id, :slug, :organisationId, :draft.externalId, :draft.title, :draft.summary, :draft.problem,
              :draft.users, :draft.approach, :draft.evidence,
              coalesce(cast(:draft.coProduction as text), 'not-recorded'), :draft.coProductionNote,
              :draft.department, :draft.contact, :draft.phase,
              coalesce(cast(:draft.phaseSince as date), current_date), :draft.phaseNote, :draft.learning,
              :draft.services, :draft.benefitAreas, :draft.barriers, :draft.technologies, :draft.suppliers,
              :draft.systems, :draft.tags, :draft.offers, :draft.budgetBand, :draft.budget, :draft.funding,
              :draft.plannedStart, :draft.plannedEnd, :draft.governance, :draft.links,
              coalesce(:draft.language, 'en'), :visibility, :state, :unclaimed, :origin, :completeness, :origins,
              current_date + cast(:lifetime as int), case when :state = 'draft' then null else now() end)
              on conflict do nothing
              returning *),
            phases as (
              insert into initiative_phases (id, initiative_id, phase, started_on, note, learning)
              select :phaseId, i.id, i.phase, i.phase_since, i.phase_note, i.learning from i)
            select
            """ + COLUMNS + " from i" + OWNER)
    Optional<Initiative> insert(
            @BindMethods Derived derived, @BindMethods("draft") InitiativeDraft draft, UUID phaseId);

    @SqlQuery("""
            with i as (
              update initiatives set version = version + 1, updated_at = now(),
                title = :draft.title, summary = :draft.summary, problem = :draft.problem, users = :draft.users,
                approach = :draft.approach, evidence = :draft.evidence,
                co_production = coalesce(cast(:draft.coProduction as text), 'not-recorded'),
                co_production_note = :draft.coProductionNote, department = :draft.department,
                contact = :draft.contact, phase = :draft.phase,
                phase_since = coalesce(cast(:draft.phaseSince as date), current_date),
                phase_note = :draft.phaseNote, learning = :draft.learning, services = :draft.services,
                benefit_areas = :draft.benefitAreas, barriers = :draft.barriers,
                technologies = :draft.technologies, suppliers = :draft.suppliers, systems = :draft.systems,
                tags = :draft.tags, offers = :draft.offers, budget_band = :draft.budgetBand,
                budget = :draft.budget, funding = :draft.funding, planned_start = :draft.plannedStart,
                planned_end = :draft.plannedEnd, governance = :draft.governance, links = :draft.links,
                language = coalesce(:draft.language, 'en'), visibility = :visibility, completeness = :completeness,
                origins = :origins,
                confirm_by = current_date + cast(:lifetime as int),
                external_id = :draft.externalId
              where id = :id and version = :version
              returning *)
            select
            """ + COLUMNS + " from i" + OWNER)
    Optional<Initiative> update(@BindMethods Derived derived, @BindMethods("draft") InitiativeDraft draft, int version);

    /** A step in the life of the record itself; what is null stays as it is. */
    record Step(
            UUID id,
            int version,
            @Nullable InitiativeState state,
            @Nullable String slug,
            @Nullable String reason,
            @Nullable Boolean unclaimed,
            @Nullable String confirmedBy,
            @Nullable Integer lifetime) {}

    @SqlQuery("""
            with i as (
              update initiatives set version = version + 1, updated_at = now(),
                state = coalesce(cast(:state as text), state),
                slug = coalesce(slug, cast(:slug as text)),
                withdrawn_reason = case when cast(:state as text) = 'withdrawn' then cast(:reason as text)
                                        when cast(:state as text) is null then withdrawn_reason end,
                unclaimed = coalesce(cast(:unclaimed as boolean), unclaimed),
                published_at = case when :state = 'published' then coalesce(published_at, now()) else published_at end,
                confirmed_at = case when cast(:confirmedBy as text) is null then confirmed_at else now() end,
                confirmed_by = coalesce(cast(:confirmedBy as text), confirmed_by),
                confirm_by = case when cast(:confirmedBy as text) is null then confirm_by
                                  else current_date + cast(:lifetime as int) end
              where id = :id and version = :version
              returning *)
            select
            """ + COLUMNS + " from i" + OWNER)
    Optional<Initiative> step(@BindMethods Step step);

    /** Lets one transaction at a time give away a slug, so that the second one sees that it is taken. */
    @SqlQuery("select true from pg_advisory_xact_lock(hashtextextended('initiative ' || :slug, 0))")
    boolean lock(String slug);

    @SqlQuery("select exists (select 1 from initiatives where slug = :slug)")
    boolean slugTaken(String slug);

    /** Lets nobody else change a record, nor what belongs to it, before this transaction ends. */
    @SqlQuery("select true from initiatives where id = :id for update")
    Optional<Boolean> hold(UUID id);

    /** Removes every text; of its publisher's key, which may be made of the title, a fingerprint stays. */
    @SqlQuery("""
            with i as (
              update initiatives set version = version + 1, updated_at = now(), title = '[redacted]', summary = '[redacted]',
                problem = null, users = null, approach = null, evidence = '[]', co_production_note = null, department = null,
                contact = null, phase_note = null, learning = case when phase = 'stopped' then '[redacted]' end,
                barriers = '[]', technologies = '{}', suppliers = '{}', systems = '{}', tags = '{}', budget = null,
                funding = '[]', governance = null, links = '[]', origins = '{}', withdrawn_reason = '[redacted]', state = 'withdrawn',
                slug = id::text, external_id = redacted_key(organisation_id, external_id)
              where id = :id
              returning *),
            parts as (
              update initiative_phases set note = null, learning = case when phase = 'stopped' then '[redacted]' end
              where initiative_id = :id),
            sources as (delete from initiative_sources where initiative_id = :id)
            select
            """ + COLUMNS + " from i" + OWNER)
    Optional<Initiative> redact(UUID id);

    @SqlQuery("""
            select id from initiatives
            where organisation_id = :organisation and state = 'published' and confirm_by is not null
              and (cardinality(:ids) = 0 or id = any(:ids))
            order by id
            """)
    List<UUID> confirmable(UUID organisation, List<UUID> ids);
}
