--liquibase formatted sql

--changeset council-registry:002-events splitStatements:false
create table events (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  organisation_id uuid,
  type text not null,
  schema int not null default 1,
  subject_type text not null,
  subject_id uuid not null,
  subject_version int not null,
  audience text not null check (audience in ('public', 'sector', 'organisation', 'draft', 'admin')),
  tombstone boolean not null default false,
  reason text,
  request_id text,
  salt bytea,
  data text,
  digest bytea not null
);
create index events_subject on events (subject_id, seq);

create table event_queue (seq bigint primary key references events (seq));

create table event_seals (
  position bigint primary key,
  seq bigint not null unique references events (seq),
  hash bytea not null
);

create function guard_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'events' then
    if new.salt is null and new.data is null and new.reason is null
       and (to_jsonb(new) - array['salt', 'data', 'reason']) = (to_jsonb(old) - array['salt', 'data', 'reason']) then
      return new;
    end if;
  end if;
  raise exception 'events are kept: they can be redacted, never changed or deleted';
end $$;
create trigger events_are_kept before update or delete on events for each row execute function guard_events();
create trigger events_are_not_emptied before truncate on events for each statement execute function guard_events();
create trigger seals_are_kept before update or delete on event_seals for each row execute function guard_events();
create trigger seals_are_not_emptied before truncate on event_seals for each statement execute function guard_events();
--rollback drop table event_seals, event_queue, events; drop function guard_events();
