--liquibase formatted sql

--changeset council-registry:007-idempotency-keys
create table idempotency_keys (
  caller uuid not null,
  key text not null,
  request_hash bytea not null,
  record_id uuid not null,
  record_version int not null,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
--rollback drop table idempotency_keys;
