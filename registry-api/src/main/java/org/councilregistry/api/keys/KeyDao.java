package org.councilregistry.api.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Acting;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Standing;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Role;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The table {@code keys}. */
public interface KeyDao {
    /** What a row is read as. */
    String COLUMNS = """
            k.id, k.version, k.label, k.role, o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
            k.hint, k.expires_at, k.last_used_at, k.revoked_at, k.created_at
            """;

    /** A live key with what is needed to check it and to act for its organisation. */
    record Live(
            UUID id,
            Role role,
            @Nullable OrganisationRef organisation,
            Standing standing,
            byte[] secretHash,
            List<UUID> members) {
        Acting acting() {
            return new Acting(id, role, organisation, standing, members);
        }
    }

    /** A key as it is written. */
    record Row(
            UUID id,
            String label,
            Role role,
            @Nullable UUID organisation,
            String hint,
            byte[] secretHash,
            @Nullable Instant expiresAt) {}

    @SqlQuery("select k.id, k.role, k.secret_hash, " + Acting.FOR_WHOM + """
            from keys k left join organisations o on o.id = k.organisation_id
            where k.hint = :hint and k.revoked_at is null and k.expires_at > now()
            """)
    Optional<Live> live(String hint);

    @SqlQuery("select " + COLUMNS + " from keys k left join organisations o on o.id = k.organisation_id"
            + " where k.id = :id and can_see('admin', k.organisation_id, :sees, :own, :area)")
    Optional<Key> find(UUID id, @BindMethods Caller caller);

    @SqlQuery(
            "select " + COLUMNS + " from keys k left join organisations o on o.id = k.organisation_id"
                    + " where k.id > :after and can_see('admin', k.organisation_id, :sees, :own, :area) order by k.id limit :limit")
    List<Key> list(UUID after, int limit, @BindMethods Caller caller);

    /** Whether a key is still accepted. */
    @SqlQuery("select exists (select 1 from keys where id = :id and revoked_at is null and expires_at > now())")
    boolean stands(UUID id);

    /** By the clock that decides when a key expires. */
    @SqlQuery("select cast(:time as timestamptz) < now()")
    boolean past(Instant time);

    @SqlQuery("select count(*) from keys k where can_see('admin', k.organisation_id, :sees, :own, :area)")
    long count(@BindMethods Caller caller);

    @SqlQuery("""
            with k as (
              insert into keys (id, label, role, organisation_id, hint, secret_hash, expires_at)
              values (:id, :label, :role, :organisation, :hint, :secretHash,
                      coalesce(cast(:expiresAt as timestamptz), now() + interval '365 days'))
              returning *)
            select
            """ + COLUMNS + " from k left join organisations o on o.id = k.organisation_id")
    Key insert(@BindMethods Row row);

    @SqlQuery("""
            with k as (
              update keys set revoked_at = now(), version = version + 1
              where id = :id and revoked_at is null
              returning *)
            select
            """ + COLUMNS + " from k left join organisations o on o.id = k.organisation_id")
    Optional<Key> revoke(UUID id);

    /** Notes that so many days are left to keys that were not warned of it yet; those that never had more are left out. */
    @SqlQuery("""
            with k as (
              update keys set warned_days = :days
              where id in (
                select id from keys
                where revoked_at is null and expires_at > now() and expires_at <= now() + make_interval(days => :days)
                  and created_at < expires_at - make_interval(days => :days)
                  and (warned_days is null or warned_days > :days)
                order by expires_at limit 200 for update skip locked)
              returning *)
            select
            """ + COLUMNS + " from k left join organisations o on o.id = k.organisation_id")
    List<Key> warn(int days);

    @SqlUpdate("""
            update keys set last_used_at = date_trunc('hour', now())
            where id = :id and (last_used_at is null or last_used_at < date_trunc('hour', now()))
            """)
    void used(UUID id);
}
