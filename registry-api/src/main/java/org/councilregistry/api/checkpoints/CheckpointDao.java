package org.councilregistry.api.checkpoints;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.councilregistry.schema.Checkpoint;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table {@code checkpoints}. */
public interface CheckpointDao {
    /** What a row is read as. */
    String COLUMNS = """
            position, encode(hash, 'hex') as hash, at, translate(encode(signature, 'base64'), E'\\n', '') as signature,
            translate(encode(public_key, 'base64'), E'\\n', '') as public_key
            """;

    /** One node at a time signs. */
    @SqlQuery("select pg_try_advisory_xact_lock(7234022)")
    boolean lock();

    /** A place in the chain that is to be signed. */
    record Place(long position, String hash, Instant at) {}

    /** The end of the chain, where it has moved and nobody has signed for so many seconds. */
    @SqlQuery("""
            select s.position, encode(s.hash, 'hex') as hash, date_trunc('second', clock_timestamp()) as at
            from (select position, hash from event_seals order by position desc limit 1) s
            where not exists (
              select 1 from (select position, at from checkpoints order by position desc limit 1) c
              where c.position >= s.position or c.at > clock_timestamp() - :seconds * interval '1 second')
            """)
    Optional<Place> due(long seconds);

    @SqlUpdate("""
            insert into checkpoints (position, hash, at, signature, public_key)
            values (:position, decode(:hash, 'hex'), :at, decode(:signature, 'base64'), decode(:publicKey, 'base64'))
            """)
    void insert(@BindMethods Checkpoint checkpoint);

    /** The latest that covers no event behind this position. */
    @SqlQuery("select " + COLUMNS + " from checkpoints where position <= :head order by position desc limit 1")
    Optional<Checkpoint> latest(long head);

    @SqlQuery("select " + COLUMNS + " from checkpoints where position < :before order by position desc limit :limit")
    List<Checkpoint> list(long before, int limit);

    @SqlQuery("select count(*) from checkpoints")
    long count();
}
