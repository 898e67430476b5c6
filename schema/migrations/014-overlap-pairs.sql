--liquibase formatted sql

--changeset council-registry:014-overlap-pairs
create table overlap_pairs (
  id uuid primary key,
  version int not null default 1,
  left_id uuid not null references initiatives (id),
  right_id uuid not null references initiatives (id),
  score double precision not null,
  band text not null check (band in ('same', 'close', 'related')),
  reasons jsonb not null default '[]',
  detector text not null,
  left_stems text[] not null default '{}',
  right_stems text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'in-case', 'decided', 'closed', 'gone')),
  seen_at_registration boolean not null default false,
  response text check (response in ('will-contact', 'will-reuse', 'will-join', 'different')),
  response_why text,
  responded_by uuid references organisations (id),
  responded_at timestamptz,
  decision text check (decision in ('introduce', 'related', 'different', 'watch')),
  rationale text,
  decided_by uuid,
  decided_at timestamptz,
  first_seen_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (left_id, right_id),
  check (left_id < right_id),
  check (state <> 'decided' or (decision is not null and rationale is not null)),
  check (response <> 'different' or response_why is not null)
);
create index overlap_pairs_right on overlap_pairs (right_id);
create index overlap_pairs_state on overlap_pairs (state, band, id);
create index overlap_pairs_first_seen on overlap_pairs (first_seen_at);
--rollback drop table overlap_pairs;
