--liquibase formatted sql

--changeset council-registry:005-successions
create table successions (
  id uuid primary key,
  version int not null default 1,
  predecessor_id uuid not null references organisations (id),
  successor_id uuid not null references organisations (id),
  effective_on date,
  kind text not null check (kind in ('merger', 'split', 'continuing', 'transfer-of-function', 'rename')),
  share numeric check (share between 0 and 1),
  functions text[] not null default '{}',
  note text,
  unique (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
create index successions_successor on successions (successor_id);
--rollback drop table successions;
