--liquibase formatted sql

--changeset council-registry:018-boilerplate splitStatements:false
-- Which sentence which published initiative says; a sentence by a name that is made of its words.
create table boilerplate_sentences (
  sentence uuid not null,
  initiative_id uuid not null,
  primary key (sentence, initiative_id)
);
create index boilerplate_sentences_initiative on boilerplate_sentences (initiative_id);

-- The sentences that so many said that they tell nothing. What has once been found stays, so that texts compare alike.
create table boilerplate (
  sentence uuid primary key,
  found_at timestamptz not null default clock_timestamp()
);

-- Whose sentences are to be counted. One that changes while it is counted stands here again.
create table boilerplate_queue (
  place uuid primary key default gen_random_uuid(),
  initiative_id uuid not null,
  queued_at timestamptz not null default clock_timestamp()
);
create index boilerplate_queue_oldest on boilerplate_queue (queued_at);
alter table boilerplate_queue set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create function count_sentences() returns trigger language plpgsql as $$
begin
  insert into boilerplate_queue (initiative_id) values (new.id);
  return null;
end $$;
create trigger initiatives_count_sentences after insert on initiatives
  for each row when (new.state = 'published') execute function count_sentences();
create trigger initiatives_count_sentences_again
  after update of summary, problem, users, approach, state on initiatives
  for each row when (
    (new.state = 'published' or old.state = 'published')
    and (old.state, old.summary, old.problem, old.users, old.approach)
        is distinct from (new.state, new.summary, new.problem, new.users, new.approach))
  execute function count_sentences();
insert into boilerplate_queue (initiative_id) select id from initiatives where state = 'published';

-- Likewise for meanings: a change that came while the meaning was computed was not computed.
alter table meaning_queue drop constraint meaning_queue_pkey;
alter table meaning_queue add column place uuid primary key default gen_random_uuid();
create or replace function want_meaning() returns trigger language plpgsql as $$
begin
  insert into meaning_queue (initiative_id) values (new.id);
  return null;
end $$;
--rollback create or replace function want_meaning() returns trigger language plpgsql as $$ begin insert into meaning_queue (initiative_id) values (new.id) on conflict do nothing; return null; end $$; delete from meaning_queue a using meaning_queue b where a.initiative_id = b.initiative_id and a.seq < b.seq; alter table meaning_queue drop column place; alter table meaning_queue add primary key (initiative_id); drop trigger initiatives_count_sentences_again on initiatives; drop trigger initiatives_count_sentences on initiatives; drop function count_sentences(); drop table boilerplate_queue, boilerplate, boilerplate_sentences;
