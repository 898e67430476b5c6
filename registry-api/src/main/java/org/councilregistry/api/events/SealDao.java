package org.councilregistry.api.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The seals: positions and hashes of committed events. */
interface SealDao {
    /** The place of an event in the chain. */
    record Seal(long position, long seq, byte[] hash) {}

    @SqlQuery("select pg_try_advisory_xact_lock(7234021)")
    boolean lock();

    @SqlQuery("select exists (select 1 from event_queue)")
    boolean anyWaiting();

    /**
     * For this transaction, indexes only: the queue is nearly always empty, so that the planner takes it for tiny and would
     * read through all that was ever removed from it.
     */
    @SqlQuery("select set_config('enable_seqscan', 'off', true)")
    String byIndexOnly();

    @SqlQuery("select position, seq, hash from event_seals order by position desc limit 1")
    Optional<Seal> last();

    @SqlQuery("""
            select e.seq, e.id, e.at, e.actor, e.organisation_id, e.type, e.subject_type, e.subject_id, e.subject_version,
                   e.audience, e.tombstone, e.request_id, e.digest
            from (select seq from event_queue order by seq limit :limit) q join events e on e.seq = q.seq
            order by q.seq
            """)
    List<Chain.Link> waiting(int limit);

    @SqlBatch("insert into event_seals (position, seq, hash) values (:position, :seq, :hash)")
    void insert(@BindMethods List<Seal> seals);

    @SqlUpdate("delete from event_queue where seq = any(:seqs)")
    void remove(long[] seqs);

    /** An event with its seal, for checking. */
    record Checked(
            long position,
            byte[] hash,
            @Nullable Long seq,
            @Nullable UUID id,
            @Nullable Instant at,
            @Nullable UUID actor,
            @Nullable UUID organisationId,
            @Nullable String type,
            @Nullable String subjectType,
            @Nullable UUID subjectId,
            int subjectVersion,
            @Nullable String audience,
            byte @Nullable [] digest,
            byte @Nullable [] salt,
            @Nullable String data,
            @Nullable String reason,
            @Nullable String requestId,
            boolean tombstone) {}

    @SqlQuery("""
            select s.position, s.hash, e.seq, e.id, e.at, e.actor, e.organisation_id, e.type, e.subject_type, e.subject_id,
                   coalesce(e.subject_version, 0) as subject_version, e.audience, e.digest, e.salt, e.data, e.reason, e.request_id,
                   coalesce(e.tombstone, false) as tombstone
            from event_seals s left join events e on e.seq = s.seq
            where s.position > :after
            order by s.position
            limit :limit
            """)
    List<Checked> check(long after, int limit);

    @SqlQuery("""
            select e.seq from events e
            where not exists (select 1 from event_seals s where s.seq = e.seq)
              and not exists (select 1 from event_queue q where q.seq = e.seq)
            order by e.seq limit 1
            """)
    Optional<Long> unsealed();
}
