package org.councilregistry.api.joining;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Person;
import org.councilregistry.schema.JoiningRequest;
import org.councilregistry.schema.JoiningRequestState;
import org.councilregistry.schema.Role;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code joining_requests}. */
public interface JoiningRequestDao {
    /** What a row is read as. */
    String COLUMNS = """
            j.id, j.version, o.id as organisation_id, o.slug as organisation_slug, o.name as organisation_name, j.state,
            j.name, j.email, j.note, j.role, j.reason, j.created_at, j.answered_at,
            j.email_verified and lower(split_part(j.email, '@', 2)) = any(o.email_domains) is true as email_matches
            """;

    /** Behind {@code with j as (...)}. */
    String CHANGED = " select " + COLUMNS + " from j join organisations o on o.id = j.organisation_id";

    /** Who may see one: the organisation's administrator, the coordinator of its area, and who has asked. */
    String SEEN = """
             (can_see('admin', j.organisation_id, :sees, :own, :area)
              or (:sees = 'area' and (cast(:area as uuid[]) is null or j.organisation_id = any(:area)))
              or (j.issuer = :issuer and j.subject = :subject))
            """;

    /** Who is asked for. */
    String WANTED = SEEN + " and (cast(:state as text) is null or j.state = :state)";

    /** Whose account a request is. */
    record Asker(
            String issuer,
            String subject,
            @Nullable String name,
            @Nullable String email) {}

    /** How a request is answered. */
    record Answer(
            JoiningRequestState state,
            @Nullable Role role,
            @Nullable String reason) {}

    @SqlQuery("select " + COLUMNS + " from joining_requests j join organisations o on o.id = j.organisation_id"
            + " where j.id = :id and " + SEEN)
    Optional<JoiningRequest> find(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from joining_requests j join organisations o on o.id = j.organisation_id"
            + " where j.id > :after and " + WANTED + " order by j.id limit :limit")
    List<JoiningRequest> list(@Nullable JoiningRequestState state, UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from joining_requests j where " + WANTED)
    long count(@Nullable JoiningRequestState state, @BindMethods Caller caller);

    /** The request that a person has open with an organisation; made where there is none. */
    @SqlQuery("""
            with j as (
              insert into joining_requests (id, organisation_id, issuer, subject, name, email, email_verified, note)
              values (:id, :organisation, :issuer, :subject, :name, :email, :verified, :note)
              on conflict (issuer, subject, organisation_id) where state = 'open' do nothing
              returning *)
            """ + CHANGED)
    Optional<JoiningRequest> insert(UUID id, UUID organisation, @Nullable String note, @BindMethods Person person);

    @SqlQuery(
            "select " + COLUMNS + " from joining_requests j join organisations o on o.id = j.organisation_id"
                    + " where j.issuer = :issuer and j.subject = :subject and j.organisation_id = :organisation and j.state = 'open'")
    Optional<JoiningRequest> open(UUID organisation, @BindMethods Person person);

    @SqlQuery("""
            select issuer, subject, name, email from joining_requests where id = :id
            """)
    Asker asker(UUID id);

    /** Removes all that says who has asked; what was open is declined. */
    @SqlQuery("""
            with j as (
              update joining_requests
              set issuer = 'erased', subject = id::text, name = null, email = null, note = null, reason = null,
                  version = version + 1,
                  state = case when state = 'open' then 'declined' else state end,
                  answered_at = coalesce(answered_at, now())
              where lower(email) = lower(:email)
                 or (issuer, subject) in (select * from unnest(cast(:issuers as text[]), cast(:subjects as text[])))
              returning *)
            """ + CHANGED)
    List<JoiningRequest> erase(@BindMethods Erased person);

    /** Whether anybody who is a person administers an organisation. */
    @SqlQuery("""
            select exists (
              select 1 from members where organisation_id = :organisation and role = 'organisation-admin' and state = 'active')
            """)
    boolean administered(UUID organisation);

    @SqlQuery("""
            with j as (
              update joining_requests
              set state = :state, role = :role, reason = :reason, answered_at = now(), version = version + 1
              where id = :id and state = 'open'
              returning *)
            """ + CHANGED)
    Optional<JoiningRequest> answer(UUID id, @BindMethods Answer answer);
}
