--liquibase formatted sql

--changeset council-registry:015-overlap-queue
-- How far what is derived once per database has followed the events.
create table projections (
  name text primary key,
  position bigint not null,
  hash bytea not null
);

-- The initiatives that are still to be compared: by a node that has met the events up to the position, newest first.
create table overlap_queue (
  initiative_id uuid primary key,
  position bigint not null,
  queued_at timestamptz not null default clock_timestamp()
);
create index overlap_queue_newest on overlap_queue (queued_at desc);
--rollback drop table overlap_queue, projections;
