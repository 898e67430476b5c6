--liquibase formatted sql

--changeset council-registry:022-limits
-- How much is left to callers, for all nodes together. Not logged: after a crash of the database everybody begins afresh.
create unlogged table limits (
  name text primary key,
  tokens double precision not null,
  rate double precision not null,
  burst double precision not null,
  at timestamptz not null
);
--rollback drop table limits;
