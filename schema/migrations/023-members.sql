--liquibase formatted sql

--changeset council-registry:023-members splitStatements:false
create table members (
  id uuid primary key,
  version int not null default 1,
  role text not null check (role in ('viewer', 'contributor', 'editor', 'organisation-admin', 'coordinator', 'sector-admin', 'auditor')),
  organisation_id uuid references organisations (id),
  state text not null check (state in ('invited', 'active', 'removed')),
  name text,
  email text,
  -- the account by which the person is known
  issuer text,
  subject text,
  invitation_hint text unique,
  invitation_hash bytea,
  expires_at timestamptz,
  joined_at timestamptz,
  last_seen_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  check ((organisation_id is null) = (role in ('sector-admin', 'auditor')) or role = 'coordinator'),
  check ((issuer is null) = (subject is null)),
  check (state <> 'active' or issuer is not null),
  check ((state = 'invited') = (invitation_hash is not null))
);
-- null is an organisation here: the whole sector
create unique index members_once on members (issuer, subject, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))
  where state = 'active';
create index members_organisation on members (organisation_id);

create table joining_requests (
  id uuid primary key,
  version int not null default 1,
  organisation_id uuid not null references organisations (id),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  issuer text not null,
  subject text not null,
  name text,
  email text,
  email_verified boolean not null,
  note text,
  role text check (role in ('viewer', 'contributor', 'editor', 'organisation-admin', 'coordinator')),
  reason text,
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  check ((state = 'open') = (answered_at is null))
);
create unique index joining_requests_once on joining_requests (issuer, subject, organisation_id) where state = 'open';
create index joining_requests_organisation on joining_requests (organisation_id);
--rollback drop table joining_requests, members;
