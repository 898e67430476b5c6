package org.councilregistry.api.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.SubjectRef;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables {@code events}, {@code event_queue} and {@code event_seals}. */
public interface EventDao {
    /** An event as it is written. */
    record Entry(
            UUID id,
            @Nullable UUID actor,
            @Nullable UUID organisationId,
            String type,
            String subjectType,
            UUID subjectId,
            int subjectVersion,
            String audience,
            boolean tombstone,
            @Nullable String reason,
            String requestId,
            byte @Nullable [] salt,
            @Nullable String data,
            byte[] digest) {}

    /** An event as it is read. */
    record Sealed(
            long position,
            UUID id,
            Instant at,
            String type,
            SubjectRef subject,
            @Nullable OrganisationRef organisation,
            @Nullable OrganisationRef by,
            @Nullable UUID actor,
            @Nullable String reason,
            @Nullable String data,
            byte @Nullable [] hash) {
        /** Whether an answer ended early: it has so many events, or so many bytes of records. */
        static boolean cut(List<Sealed> read, int limit) {
            long bytes = 0;
            for (Sealed event : read) {
                if (event.data() != null) bytes += event.data().getBytes(StandardCharsets.UTF_8).length;
            }
            return read.size() == limit || bytes >= MOST;
        }
    }

    @SqlUpdate("""
            with e as (
              insert into events (id, actor, organisation_id, type, subject_type, subject_id, subject_version, audience,
                                  tombstone, reason, request_id, salt, data, digest)
              values (:id, :actor, :organisationId, :type, :subjectType, :subjectId, :subjectVersion, :audience,
                      :tombstone, :reason, :requestId, :salt, :data, :digest)
              returning seq)
            insert into event_queue (seq) select seq from e
            """)
    void insert(@BindMethods Entry entry);

    @SqlQuery("select coalesce(max(position), 0) from event_seals")
    long head();

    /** With so many bytes of records an answer ends, behind the event that reaches them. */
    int MOST = 4_000_000;

    @SqlQuery("""
            select * from (
            select s.position, e.id, e.at, e.type, e.subject_type, e.subject_id, e.subject_version,
                   o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
                   e.actor, e.reason, e.data, s.hash,
                   sum(coalesce(octet_length(e.data), 0)) over (order by s.position) - coalesce(octet_length(e.data), 0) as before
            from event_seals s
            join events e on e.seq = s.seq
            left join organisations o on o.id = e.organisation_id
            where s.position > :after and s.position <= :head
              and (cardinality(:types) = 0 or e.type = any(:types) or e.subject_type = any(:types))
              and can_see(e.audience, e.organisation_id, :sees, :own, :area)
              and (e.tombstone or exists (
                select 1 from read.subjects n
                where n.type = e.subject_type and n.id = e.subject_id
                  and can_see(n.audience, n.organisation_id, :sees, :own, :area)))
            order by s.position
            limit :limit) page
            where before <
            """ + MOST + " order by position")
    List<Sealed> list(long after, long head, @BindMethods Wanted wanted, @BindMethods Caller caller);

    /** Which events, and how many. */
    record Wanted(List<String> types, int limit) {}

    /** The latest steps in a record's life, so many at most, the first one first. */
    @SqlQuery("""
            select * from (
            select coalesce(s.position, 0) as position, e.id, e.at, e.type, e.subject_type, e.subject_id, e.subject_version,
                   o.id as by_id, o.slug as by_slug, o.name as by_name, e.actor, e.reason, e.data, s.hash,
                   w.id as organisation_id, w.slug as organisation_slug, w.name as organisation_name, e.seq,
                   sum(coalesce(octet_length(e.data), 0)) over (order by e.seq desc) - coalesce(octet_length(e.data), 0) as before
            from events e
            left join event_seals s on s.seq = e.seq
            left join (
              select id, organisation_id from keys union all select id, organisation_id from members) a on a.id = e.actor
            left join organisations o on o.id = a.organisation_id
            left join organisations w on w.id = e.organisation_id
            where e.subject_id = :subject and not e.tombstone
              and can_see(e.audience, e.organisation_id, :sees, :own, :area)
            order by e.seq desc
            limit :limit) steps
            where before <
            """ + MOST + " order by seq")
    List<Sealed> history(UUID subject, int limit, @BindMethods Caller caller);

    @SqlUpdate(
            "update events set salt = null, data = null, reason = null where subject_id = :subject and data is not null")
    int redact(UUID subject);

    /**
     * An event that names a person.
     *
     * @param name what stands beside her address where she is the contact
     */
    record Naming(long seq, UUID subject, @Nullable String name) {}

    @SqlQuery("select coalesce(max(seq), 0) from events")
    long last();

    @SqlQuery("""
            select seq, subject_id as subject,
                   case when lower(data::jsonb #>> '{contact,email}') = lower(:email)
                        then data::jsonb #>> '{contact,name}' end as name
            from events
            where seq > :after and seq <= :upTo and data is not null
              and xmin is distinct from cast(pg_current_xact_id_if_assigned() as xid)
              and (strpos(lower(data), lower(:email)) > 0 or strpos(lower(reason), lower(:email)) > 0)
            """)
    List<Naming> naming(String email, long after, long upTo);

    @SqlUpdate("update events set salt = null, data = null, reason = null where seq = any(:seqs) and data is not null")
    int redactAll(long[] seqs);

    @SqlUpdate("""
            update events set salt = null, data = null, reason = null
            where subject_id = any(:subjects) and data is not null and lower(data::jsonb #>> '{contact,name}') = any(:names)
            """)
    int redactNamed(List<UUID> subjects, List<String> names);
}
