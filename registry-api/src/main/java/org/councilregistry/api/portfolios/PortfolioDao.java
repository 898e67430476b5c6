package org.councilregistry.api.portfolios;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.BudgetBand;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.SuccessionKind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads what belongs to one council or service. Writes nothing. */
public interface PortfolioDao {
    /** A piece of work, as far as a list by phase says of it. */
    record Work(
            UUID id,
            @Nullable String slug,
            String title,
            String summary,
            String language,
            OrganisationRef organisation,
            Phase phase,
            LocalDate phaseSince,
            @Nullable String learning,
            @Nullable BudgetBand budgetBand,
            @Nullable LocalDate plannedEnd,
            @Nullable String decisionBody,
            @Nullable LocalDate nextDecisionOn,
            boolean stale) {}

    /** What a row is read as, and who may see it. */
    String WORK = """
            select i.id, i.slug, i.title, i.summary, i.language,
                   o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
                   i.phase, i.phase_since, i.learning, i.budget_band, i.planned_end,
                   i.governance ->> 'decisionBody' as decision_body, cast(i.governance ->> 'nextDecisionOn' as date) as next_decision_on,
                   coalesce(i.confirm_by < current_date, false) as stale
            from initiatives i join organisations o on o.id = i.organisation_id
            where i.state = 'published' and can_see(i.audience, i.organisation_id, :sees, :own, :area)
            """;

    @SqlQuery(WORK + " and i.organisation_id = :organisation order by i.id desc limit :limit")
    List<Work> ofOrganisation(UUID organisation, int limit, @BindMethods Caller caller);

    @SqlQuery(WORK + """
             and i.id in (select l.initiative_id from initiative_labels l where l.label = 'service ' || cast(:code as text))
            order by i.id desc limit :limit
            """)
    List<Work> onService(String code, int limit, @BindMethods Caller caller);

    /** A component, as far as a list says of it. */
    record Offer(String slug, String name, @Nullable String shortDescription) {}

    @SqlQuery("""
            select coalesce(c.slug, c.id::text) as slug, c.name, c.short_description from components c
            where c.organisation_id = :organisation and c.state in ('listed', 'deprecated')
              and can_see(c.audience, c.organisation_id, :sees, :own, :area)
            order by c.id desc limit 200
            """)
    List<Offer> components(UUID organisation, @BindMethods Caller caller);

    /**
     * An organisation before or after another.
     *
     * @param later whether it came after
     */
    record Kin(
            String slug,
            String name,
            SuccessionKind kind,
            @Nullable LocalDate effectiveOn,
            boolean later) {}

    @SqlQuery("""
            select o.slug, o.name, s.kind, s.effective_on, s.predecessor_id = :organisation as later
            from successions s
            join organisations o on o.id = case when s.predecessor_id = :organisation then s.successor_id else s.predecessor_id end
            where :organisation in (s.predecessor_id, s.successor_id)
            order by s.effective_on nulls first, o.slug collate "C"
            """)
    List<Kin> kin(UUID organisation);
}
