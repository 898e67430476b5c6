package org.councilregistry.api.outcomes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Assurance;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.InitiativeState;
import org.councilregistry.schema.MeasureUnit;
import org.councilregistry.schema.Outcome;
import org.councilregistry.schema.OutcomeDraft;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code outcomes}. An outcome is seen by whoever may see its initiative. */
public interface OutcomeDao {
    /** What a row is read as. */
    String COLUMNS = """
            u.id, u.version, u.initiative_id as initiative,
            o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
            u.statement, u.benefit_area, u.kind, u.period, u.measure, u.unit, u.baseline, u.target, u.actual, u.measured_on,
            u.method, u.evidence, u.assurance, u.created_at, u.updated_at
            """;

    /** Where the initiative and its organisation come from. */
    String OWNER = " join initiatives i on i.id = u.initiative_id join organisations o on o.id = i.organisation_id ";

    /** Which rows there are for the caller. */
    String SEEN = " u.removed_at is null and can_see(i.audience, i.organisation_id, :sees, :own, :area) ";

    /** The initiative that an outcome belongs to. */
    record Work(UUID id, UUID organisationId, InitiativeState state, String audience, boolean unclaimed) {}

    /** The work, which nobody publishes, hides or redacts before this transaction ends. */
    @SqlQuery("""
            select i.id, i.organisation_id, i.state, i.audience, i.unclaimed from initiatives i
            where i.id = :id and can_see(i.audience, i.organisation_id, :sees, :own, :area)
            for share
            """)
    Optional<Work> work(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from outcomes u" + OWNER + "where u.id = :id and" + SEEN)
    Optional<Outcome> find(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from outcomes u" + OWNER
            + "where u.initiative_id = :initiative and u.removed_at is null order by u.id")
    List<Outcome> of(UUID initiative);

    /** By what a list is narrowed; an absent value does not narrow. */
    record Filter(
            @Nullable UUID initiative,
            @Nullable UUID organisation,
            @Nullable BenefitArea benefitArea,
            @Nullable MeasureUnit unit,
            @Nullable Assurance assurance) {}

    /** The condition of every list: of published work, unless one piece of work is named. */
    String FILTER = """
             and (i.state = 'published' or cast(:initiative as uuid) is not null)
             and (cast(:initiative as uuid) is null or u.initiative_id = :initiative)
             and (cast(:organisation as uuid) is null or i.organisation_id = :organisation)
             and (cast(:benefitArea as text) is null or u.benefit_area = :benefitArea)
             and (cast(:unit as text) is null or u.unit = :unit)
             and (cast(:assurance as text) is null or u.assurance = :assurance)
            """;

    @SqlQuery("select " + COLUMNS + " from outcomes u" + OWNER + "where u.id > :after and" + SEEN + FILTER
            + " order by u.id limit :limit")
    List<Outcome> list(@BindMethods Filter filter, UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from outcomes u" + OWNER + "where" + SEEN + FILTER)
    long count(@BindMethods Filter filter, @BindMethods Caller caller);

    @SqlQuery("""
            with u as (
              insert into outcomes (id, initiative_id, statement, benefit_area, kind, period, measure, unit, baseline, target,
                                    actual, measured_on, method, evidence, assurance)
              values (:id, :draft.initiative, :draft.statement, :draft.benefitArea, :draft.kind, :draft.period,
                      :draft.measure, :draft.unit, :draft.baseline, :draft.target, :draft.actual, :draft.measuredOn,
                      :draft.method, :draft.evidence, coalesce(cast(:draft.assurance as text), 'claimed'))
              returning *)
            select
            """ + COLUMNS + " from u" + OWNER)
    Outcome insert(UUID id, @BindMethods("draft") OutcomeDraft draft);

    @SqlQuery("""
            with u as (
              update outcomes set version = version + 1, updated_at = now(), statement = :draft.statement,
                benefit_area = :draft.benefitArea, kind = :draft.kind, period = :draft.period, measure = :draft.measure,
                unit = :draft.unit, baseline = :draft.baseline, target = :draft.target, actual = :draft.actual,
                measured_on = :draft.measuredOn, method = :draft.method, evidence = :draft.evidence,
                assurance = coalesce(cast(:draft.assurance as text), 'claimed')
              where id = :id and version = :version and removed_at is null
              returning *)
            select
            """ + COLUMNS + " from u" + OWNER)
    Optional<Outcome> update(UUID id, int version, @BindMethods("draft") OutcomeDraft draft);

    @SqlQuery("""
            with u as (
              update outcomes set version = version + 1, updated_at = now(), removed_at = now()
              where id = :id and version = :version and removed_at is null
              returning *)
            select
            """ + COLUMNS + " from u" + OWNER)
    Optional<Outcome> remove(UUID id, int version);

    /** Removes the texts of an initiative's outcomes, and the outcomes with them. */
    @SqlQuery("""
            with u as (
              update outcomes set version = version + 1, updated_at = now(), removed_at = coalesce(removed_at, now()),
                statement = '[redacted]', measure = null, method = null, evidence = '[]'
              where initiative_id = :initiative
              returning *)
            select
            """ + COLUMNS + " from u" + OWNER + "order by u.id")
    List<Outcome> redact(UUID initiative);
}
