--liquibase formatted sql

--changeset council-registry:012-meanings splitStatements:false
-- What the texts of published initiatives mean to a language model: numbers that are computed once, never again.
create table meanings (
  initiative_id uuid primary key references initiatives (id) deferrable initially deferred,
  model text not null,
  text_hash text not null,
  whole bytea not null,
  sentences bytea not null,
  kinds bytea not null,
  stored_at timestamptz not null default clock_timestamp()
);
create index meanings_stored on meanings (stored_at);

-- Whose meaning is to be computed, the newest first: one import must not delay everybody's next change.
create table meaning_queue (
  initiative_id uuid primary key,
  seq bigint generated always as identity,
  queued_at timestamptz not null default now()
);
create index meaning_queue_newest on meaning_queue (seq);
alter table meaning_queue set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create function want_meaning() returns trigger language plpgsql as $$
begin
  insert into meaning_queue (initiative_id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger initiatives_want_meaning after insert on initiatives
  for each row when (new.state = 'published') execute function want_meaning();
create trigger initiatives_want_meaning_again
  after update of title, summary, problem, users, approach, department, technologies, systems, state on initiatives
  for each row when (
    (new.state = 'published' or old.state = 'published')
    and (old.state, old.title, old.summary, old.problem, old.users, old.approach, old.department, old.technologies,
         old.systems)
        is distinct from (new.state, new.title, new.summary, new.problem, new.users, new.approach, new.department,
         new.technologies, new.systems))
  execute function want_meaning();
insert into meaning_queue (initiative_id) select id from initiatives where state = 'published' order by updated_at;
--rollback drop trigger initiatives_want_meaning_again on initiatives; drop trigger initiatives_want_meaning on initiatives; drop function want_meaning(); drop table meaning_queue, meanings;
