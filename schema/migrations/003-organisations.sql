--liquibase formatted sql

--changeset council-registry:003-organisations
create table organisations (
  id uuid primary key,
  version int not null default 1,
  slug text not null unique,
  former_slugs text[] not null default '{}',
  name text not null,
  other_names text[] not null default '{}',
  name_keys text[] not null,
  country text not null default 'GB',
  kind text not null check (kind in ('unitary', 'county', 'non-metropolitan-district', 'metropolitan-district', 'london-borough',
    'city-corporation', 'combined-authority', 'combined-county-authority', 'greater-london-authority', 'scottish-unitary',
    'welsh-unitary', 'northern-ireland-district', 'fire', 'police', 'national-park', 'town-or-parish', 'joint-authority',
    'council-company', 'housing-provider', 'nhs', 'education', 'voluntary', 'partnership', 'sector-body', 'central-government',
    'supplier', 'other')),
  nation text,
  region text,
  parent_id uuid references organisations (id),
  member_ids uuid[] not null default '{}',
  homepage text,
  email_domains text[] not null default '{}',
  state text not null default 'active' check (state in ('future', 'active', 'dissolved')),
  started_on date,
  ended_on date,
  identifiers jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ended_on is null or started_on is null or ended_on >= started_on)
);
create index organisations_former_slugs on organisations using gin (former_slugs);
create index organisations_name_keys on organisations using gin (name_keys);
create index organisations_identifiers on organisations using gin (identifiers jsonb_path_ops);
create index organisations_member_ids on organisations using gin (member_ids);
create index organisations_parent on organisations (parent_id);
--rollback drop table organisations;
