--liquibase formatted sql

--changeset council-registry:006-keys
create table keys (
  id uuid primary key,
  version int not null default 1,
  label text not null,
  role text not null check (role in ('viewer', 'contributor', 'editor', 'organisation-admin', 'coordinator', 'sector-admin', 'auditor')),
  organisation_id uuid references organisations (id),
  hint text not null unique,
  secret_hash bytea not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  check ((organisation_id is null) = (role in ('sector-admin', 'auditor')) or role = 'coordinator')
);
create index keys_organisation on keys (organisation_id);
--rollback drop table keys;
