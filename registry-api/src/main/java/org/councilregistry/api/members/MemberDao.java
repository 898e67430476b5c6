package org.councilregistry.api.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.api.platform.Acting;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Member;
import org.councilregistry.schema.MemberDraft;
import org.councilregistry.schema.MemberState;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Role;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The table {@code members}. */
public interface MemberDao {
    /** What a row is read as. */
    String COLUMNS = """
            m.id, m.version, m.role, o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name,
            m.state, m.name, m.email, m.issuer, m.expires_at, m.joined_at, m.last_seen_at, m.removed_at, m.created_at
            """;

    /** Behind {@code with m as (...)}. */
    String CHANGED = " select " + COLUMNS + " from m left join organisations o on o.id = m.organisation_id";

    /** Who is asked for: in this state, or in any but removed. */
    String WANTED = " (cast(:state as text) is null and m.state <> 'removed' or m.state = :state)"
            + " and can_see('admin', m.organisation_id, :sees, :own, :area)";

    /** An invitation as it is written. */
    record Invitation(
            UUID id,
            Role role,
            @Nullable UUID organisation,
            @Nullable String name,
            @Nullable String email,
            String hint,
            byte[] hash) {}

    /** Somebody who has asked to join and now does. */
    record Admitted(
            UUID id,
            Role role,
            UUID organisation,
            String issuer,
            String subject,
            @Nullable String name,
            @Nullable String email) {}

    /** An invitation that can be accepted. */
    record Open(UUID id, @Nullable UUID organisation, byte[] hash, Instant expiresAt) {}

    @SqlQuery("select m.id, m.role, " + Acting.FOR_WHOM + """
            from members m left join organisations o on o.id = m.organisation_id
            where m.issuer = :issuer and m.subject = :subject and m.state = 'active'
            order by m.id
            """)
    List<Acting> acting(String issuer, String subject);

    /** Whether a member still acts in this role. */
    @SqlQuery("select exists (select 1 from members where id = :id and state = 'active' and role = :role)")
    boolean stands(UUID id, Role role);

    @SqlQuery("""
            select o.id, o.slug, o.name from organisations o
            where (o.id = :bound or cast(:domain as text) = any(o.email_domains)) and o.state <> 'dissolved'
              and not exists (
                select 1 from members m
                where m.issuer = :issuer and m.subject = :subject and m.state = 'active' and m.organisation_id = o.id)
            order by o.id limit 20
            """)
    List<OrganisationRef> proposed(String issuer, String subject, @Nullable String domain, @Nullable UUID bound);

    @SqlQuery("select " + COLUMNS + " from members m left join organisations o on o.id = m.organisation_id"
            + " where m.id = :id and can_see('admin', m.organisation_id, :sees, :own, :area)")
    Optional<Member> find(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from members m left join organisations o on o.id = m.organisation_id"
            + " where m.id > :after and" + WANTED + " order by m.id limit :limit")
    List<Member> list(@Nullable MemberState state, UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from members m where" + WANTED)
    long count(@Nullable MemberState state, @BindMethods Caller caller);

    @SqlQuery("""
            with m as (
              insert into members (id, role, organisation_id, state, name, email, invitation_hint, invitation_hash, expires_at)
              values (:id, :role, :organisation, 'invited', :name, :email, :hint, :hash, now() + interval '14 days')
              returning *)
            """ + CHANGED)
    Member invite(@BindMethods Invitation invitation);

    @SqlQuery("""
            with m as (
              insert into members (id, role, organisation_id, state, issuer, subject, name, email, joined_at)
              values (:id, :role, :organisation, 'active', :issuer, :subject, :name, :email, now())
              returning *)
            """ + CHANGED)
    Member admit(@BindMethods Admitted admitted);

    @SqlQuery("""
            select id, organisation_id as organisation, invitation_hash as hash, expires_at from members
            where invitation_hint = :hint and state = 'invited' and expires_at > now()
            for update
            """)
    Optional<Open> open(String hint);

    /** Whether somebody acts for this organisation already; null is the whole sector. */
    @SqlQuery("""
            select exists (
              select 1 from members
              where issuer = :issuer and subject = :subject and state = 'active'
                and organisation_id is not distinct from cast(:organisation as uuid))
            """)
    boolean active(String issuer, String subject, @Nullable UUID organisation);

    @SqlQuery("""
            with m as (
              update members
              set state = 'active', version = version + 1, issuer = :issuer, subject = :subject, joined_at = now(),
                  invitation_hint = null, invitation_hash = null, expires_at = null,
                  name = coalesce(name, cast(:name as text)), email = coalesce(email, cast(:email as text))
              where id = :id
              returning *)
            """ + CHANGED)
    Member join(UUID id, String issuer, String subject, @BindMethods Said said);

    /** What an issuer says of a person. */
    record Said(@Nullable String name, @Nullable String email) {}

    @SqlQuery("""
            with m as (
              update members set version = version + 1, role = :role, name = :name, email = :email
              where id = :id and version = :version
              returning *)
            """ + CHANGED)
    Optional<Member> update(UUID id, int version, @BindMethods MemberDraft draft);

    @SqlQuery("""
            with m as (
              update members
              set state = 'removed', version = version + 1, removed_at = now(),
                  invitation_hint = null, invitation_hash = null, expires_at = null
              where id = :id and state <> 'removed'
              returning *)
            """ + CHANGED)
    Optional<Member> remove(UUID id);

    /** Removes a person, and all that says who she was. */
    @SqlQuery("""
            with m as (
              update members
              set state = 'removed', version = version + 1, removed_at = coalesce(removed_at, now()),
                  name = null, email = null, issuer = null, subject = null,
                  invitation_hint = null, invitation_hash = null, expires_at = null
              where lower(email) = lower(:email)
                 or (issuer, subject) in (select * from unnest(cast(:issuers as text[]), cast(:subjects as text[])))
              returning *)
            """ + CHANGED)
    List<Member> erase(@BindMethods Erased person);

    /** The administrators of an organisation, locked so that two of them cannot remove each other at once. */
    @SqlQuery("""
            select id from members
            where organisation_id = :organisation and role = 'organisation-admin' and state = 'active'
            order by id for update
            """)
    List<UUID> administrators(UUID organisation);

    @SqlUpdate("""
            update members set last_seen_at = date_trunc('hour', now())
            where id = :id and (last_seen_at is null or last_seen_at < date_trunc('hour', now()))
            """)
    void seen(UUID id);
}
