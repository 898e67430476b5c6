--liquibase formatted sql

--changeset council-registry:016-overlap-notes
-- What looks alike as its registrant was shown it, and what she said to it, until the pair is there to take it over.
create table overlap_notes (
  initiative_id uuid not null references initiatives (id),
  other_id uuid not null references initiatives (id),
  shown boolean not null,
  response text check (response in ('will-contact', 'will-reuse', 'will-join', 'different')),
  why text,
  noted_by uuid,
  noted_at timestamptz not null default clock_timestamp(),
  primary key (initiative_id, other_id),
  check (initiative_id <> other_id),
  check (response <> 'different' or why is not null)
);
--rollback drop table overlap_notes;
