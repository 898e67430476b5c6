package org.councilregistry.api.initiatives;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.schema.InitiativePhase;
import org.councilregistry.schema.Participant;
import org.councilregistry.schema.ParticipantRole;
import org.councilregistry.schema.ParticipantState;
import org.councilregistry.schema.Phase;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The parts of an initiative: {@code initiative_phases}, {@code initiative_participants}, {@code initiative_sources}. */
public interface InitiativePartDao {
    /** A phase as it is written. */
    record PhaseRow(
            UUID id,
            UUID initiative,
            Phase phase,
            @Nullable LocalDate startedOn,
            @Nullable String note,
            @Nullable String learning) {}

    /** A participant as it is written. */
    record ParticipantRow(UUID initiative, UUID organisation, ParticipantRole role) {}

    /** What a publisher sent last. */
    record Source(JsonNode document, boolean seenToday) {}

    @SqlUpdate("""
            with ended as (
              update initiative_phases set ended_on = coalesce(cast(:startedOn as date), current_date)
              where initiative_id = :initiative and ended_on is null)
            insert into initiative_phases (id, initiative_id, phase, started_on, note, learning)
            values (:id, :initiative, :phase, coalesce(cast(:startedOn as date), current_date), :note, :learning)
            """)
    void enter(@BindMethods PhaseRow row);

    @SqlQuery("""
            select id, phase, started_on, ended_on, note, learning from initiative_phases
            where initiative_id = :initiative order by started_on, id
            """)
    List<InitiativePhase> phases(UUID initiative);

    @SqlBatch("""
            insert into initiative_participants (initiative_id, organisation_id, role)
            values (:initiative, :organisation, :role)
            on conflict do nothing
            """)
    void invite(@BindMethods List<ParticipantRow> rows);

    @SqlUpdate("""
            delete from initiative_participants p
            where p.initiative_id = :initiative and not (p.organisation_id::text || p.role = any(:kept))
            """)
    void removeOthers(UUID initiative, List<String> kept);

    @SqlUpdate("""
            update initiative_participants set state = :state
            where initiative_id = :initiative and organisation_id = :organisation and state <> :state
            """)
    int answer(UUID initiative, UUID organisation, ParticipantState state);

    @SqlQuery("""
            select o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name, p.role, p.state
            from initiative_participants p join organisations o on o.id = p.organisation_id
            where p.initiative_id = :initiative
            order by o.slug collate "C", p.role
            """)
    List<Participant> participants(UUID initiative);

    @SqlQuery("""
            select document, seen_at > now() - interval '1 day' as seen_today
            from initiative_sources where initiative_id = :initiative
            """)
    Optional<Source> source(UUID initiative);

    /** Keeps what a publisher sent for a record at this version; 0 where somebody has changed it meanwhile. */
    @SqlUpdate("""
            insert into initiative_sources (initiative_id, document)
            select id, cast(:document as jsonb) from initiatives where id = :initiative and version = :version for share
            on conflict (initiative_id) do update set document = excluded.document, seen_at = now()
            """)
    int seen(UUID initiative, int version, JsonNode document);
}
