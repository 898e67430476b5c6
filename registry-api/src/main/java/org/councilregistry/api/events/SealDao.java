package org.councilregistry.api.events;

import java.util.List;
import java.util.Optional;
import org.councilregistry.schema.LogEntry;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

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

    /** The log behind a position; and checkpoints of events that are lost, for whoever checks it. */
    @SqlQuery("""
            select s.position, encode(s.hash, 'hex') as hash, e.id, e.at, e.actor, e.organisation_id, e.type, e.subject_type,
                   e.subject_id, coalesce(e.subject_version, 0) as subject_version, e.audience,
                   coalesce(e.tombstone, false) as tombstone, e.request_id, encode(e.salt, 'hex') as salt, e.data, e.reason,
                   encode(e.digest, 'hex') as digest, c.checkpoint
            from (select position, seq, hash from event_seals where position > :after
                  union all
                  select position, null, null from checkpoints
                  where position > :after and position > coalesce((select max(position) from event_seals), 0)
                  order by position limit :limit) s
            left join events e on e.seq = s.seq
            left join (
              select position, jsonb_build_object('position', position, 'hash', encode(hash, 'hex'),
                'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                'signature', translate(encode(signature, 'base64'), E'\\n', ''),
                'publicKey', translate(encode(public_key, 'base64'), E'\\n', '')) as checkpoint
              from checkpoints) c on c.position = s.position
            order by s.position
            """)
    List<LogEntry> log(long after, int limit);

    @SqlQuery("""
            select e.seq from events e
            where not exists (select 1 from event_seals s where s.seq = e.seq)
              and not exists (select 1 from event_queue q where q.seq = e.seq)
            order by e.seq limit 1
            """)
    Optional<Long> unsealed();
}
