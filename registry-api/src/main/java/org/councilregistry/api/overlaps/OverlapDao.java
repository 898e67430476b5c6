package org.councilregistry.api.overlaps;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Phase;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads what drafts are compared with. Writes nothing. */
public interface OverlapDao {
    /** An initiative as far as it is compared and shown. */
    record Candidate(
            UUID id,
            @Nullable String slug,
            String title,
            String summary,
            @Nullable String problem,
            @Nullable String users,
            @Nullable String approach,
            @Nullable String department,
            Phase phase,
            OrganisationRef organisation,
            @Nullable String externalId,
            @Nullable Contact contact,
            @Nullable String learning,
            @Nullable Instant confirmedAt,
            boolean stale,
            List<String> services,
            List<String> suppliers,
            List<String> systems,
            List<String> technologies) {}

    @SqlQuery("""
            select i.id, i.slug, i.title, i.summary, i.problem, i.users, i.approach, i.department, i.phase,
                   o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name, i.external_id,
                   i.contact, i.learning, i.confirmed_at, coalesce(i.confirm_by < current_date, false) as stale,
                   i.services, i.suppliers, i.systems, i.technologies
            from initiatives i join organisations o on o.id = i.organisation_id
            where i.id = any(:ids) and i.state = 'published' and can_see(i.audience, i.organisation_id, :sees, :own, :area)
            """)
    List<Candidate> candidates(List<UUID> ids, @BindMethods Caller caller);

    /**
     * An initiative as far as it is scored.
     *
     * @param version changes with its texts
     */
    record Brief(
            UUID id,
            int version,
            UUID organisationId,
            @Nullable String externalId,
            @Nullable String country,
            OrganisationKind kind,
            Phase phase,
            List<String> services,
            List<String> suppliers,
            List<String> systems,
            List<String> origins,
            List<BenefitArea> benefitAreas,
            List<UUID> partners,
            List<UUID> heirs) {}

    /** Those that follow an organisation {@code o}, or will. */
    String HEIRS = "array(select s.successor_id from successions s where s.predecessor_id = o.id) as heirs";

    @SqlQuery("""
            select i.id, i.version, i.organisation_id, i.external_id, o.country, o.kind, i.phase, i.services, i.suppliers,
                   i.systems, i.origins, i.benefit_areas,
                   array(select t.organisation_id from initiative_participants t
                     where t.initiative_id = i.id and t.state = 'confirmed' and t.role <> 'supplier') as partners,
            """ + HEIRS + """
             from initiatives i join organisations o on o.id = i.organisation_id
            where i.id = any(:ids) and i.state = 'published' and can_see(i.audience, i.organisation_id, :sees, :own, :area)
            """)
    List<Brief> briefs(List<UUID> ids, @BindMethods Caller caller);

    /** Published initiatives that share one of these origins. */
    @SqlQuery("""
            select id from initiatives
            where origins && cast(:origins as text[]) and origins <> '{}' and state = 'published' order by id limit 100
            """)
    List<UUID> sharing(List<String> origins);

    /** The texts of an initiative. */
    record Texts(
            UUID id,
            String title,
            String summary,
            @Nullable String problem,
            @Nullable String users,
            @Nullable String approach,
            @Nullable String department,
            List<String> technologies,
            List<String> systems) {}

    @SqlQuery("""
            select id, title, summary, problem, users, approach, department, technologies, systems
            from initiatives where id = any(:ids)
            """)
    List<Texts> texts(List<UUID> ids);

    /** Where an organisation is, what it is, and who follows it. */
    record Home(@Nullable String country, OrganisationKind kind, List<UUID> heirs) {}

    @SqlQuery("select o.country, o.kind, " + HEIRS + " from organisations o where o.id = :id")
    Optional<Home> home(UUID id);

    @SqlQuery("select name from organisations where id = :id")
    Optional<String> organisationName(UUID id);
}
