--liquibase formatted sql

--changeset council-registry:024-checkpoints
-- Places in the chain of events, signed about once a minute: who has kept one can prove that the log before it is as it was.
create table checkpoints (
  position bigint primary key,
  hash bytea not null,
  at timestamptz not null,
  signature bytea not null,
  public_key bytea not null
);
create trigger checkpoints_are_kept before update or delete on checkpoints for each row execute function guard_events();
create trigger checkpoints_are_not_emptied before truncate on checkpoints for each statement execute function guard_events();
--rollback drop table checkpoints;
