package org.councilregistry.api.platform;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Which requests have had their effect. */
interface IdempotencyDao {
    /** The request that a key was used for, and the record that it left. */
    record Kept(byte[] requestHash, UUID recordId, int recordVersion) {}

    @SqlQuery("select pg_try_advisory_xact_lock(hashtextextended(:caller || ' ' || :idempotencyKey, 0))")
    boolean lock(UUID caller, @BindMethods Caller.Request request);

    @SqlQuery("""
            select request_hash, record_id, record_version
            from idempotency_keys
            where caller = :caller and key = :idempotencyKey and created_at > now() - interval '24 hours'
            """)
    Optional<Kept> find(UUID caller, @BindMethods Caller.Request request);

    @SqlUpdate("""
            insert into idempotency_keys (caller, key, request_hash, record_id, record_version)
            values (:caller, :idempotencyKey, :hash, :id, :version)
            on conflict (caller, key) do update
              set request_hash = excluded.request_hash, record_id = excluded.record_id,
                  record_version = excluded.record_version, created_at = now()
            """)
    void insert(UUID caller, @BindMethods Caller.Request request, UUID id, int version);

    @SqlUpdate("delete from idempotency_keys where created_at < now() - interval '24 hours'")
    int forgetOld();
}
