--liquibase formatted sql

--changeset council-registry:009-components
create table components (
  id uuid primary key,
  version int not null default 1,
  slug text unique,
  organisation_id uuid not null references organisations (id),
  name text not null,
  kind text not null check (kind in ('software', 'library', 'api', 'data-standard', 'design-pattern', 'content-pattern',
    'low-code-template', 'dataset', 'ai-model', 'research', 'procurement-template', 'training')),
  short_description text,
  description text,
  repository text,
  repository_key text,
  aliases text[] not null default '{}',
  landing_url text,
  licence text,
  development_status text check (development_status in ('concept', 'development', 'beta', 'stable', 'obsolete')),
  software_type text,
  platforms text[] not null default '{}',
  languages text[] not null default '{}',
  maintenance text check (maintenance in ('internal', 'contract', 'community', 'none')),
  depends_on text[] not null default '{}',
  replaces text[] not null default '{}',
  services text[] not null default '{}',
  visibility text not null default 'public' check (visibility in ('public', 'sector', 'organisation')),
  state text not null default 'listed' check (state in ('draft', 'listed', 'deprecated', 'superseded', 'withdrawn')),
  audience text not null generated always as (audience(state, visibility)) stored,
  withdrawn_reason text,
  superseded_by uuid references components (id),
  completeness jsonb not null,
  listed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (state = 'draft' or slug is not null)
);
create unique index components_repository on components (repository_key) where state in ('listed', 'deprecated', 'superseded');
create index components_organisation on components (organisation_id, id);
create index components_services on components using gin (services);
--rollback drop table components;
