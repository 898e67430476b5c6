--liquibase formatted sql

--changeset council-registry:008-initiatives
create table initiatives (
  id uuid primary key,
  version int not null default 1,
  slug text unique,
  organisation_id uuid not null references organisations (id),
  external_id text,
  title text not null,
  summary text not null,
  problem text,
  users text,
  approach text,
  evidence jsonb not null default '[]',
  co_production text not null default 'not-recorded' check (co_production in ('not-recorded', 'none', 'consulted', 'co-designed', 'co-delivered')),
  co_production_note text,
  department text,
  contact jsonb,
  phase text not null check (phase in ('idea', 'discovery', 'alpha', 'procurement', 'implementation', 'private-beta', 'public-beta',
    'live', 'completed', 'retired', 'paused', 'stopped')),
  phase_since date not null,
  phase_note text,
  learning text,
  services text[] not null default '{}',
  benefit_areas text[] not null default '{}',
  barriers jsonb not null default '[]',
  technologies text[] not null default '{}',
  suppliers text[] not null default '{}',
  systems text[] not null default '{}',
  tags text[] not null default '{}',
  offers text[] not null default '{}',
  budget_band text check (budget_band in ('under-50k', '50k-100k', '100k-250k', '250k-500k', '500k-1m', 'over-1m')),
  budget jsonb,
  funding jsonb not null default '[]',
  planned_start date,
  planned_end date,
  governance jsonb,
  links jsonb not null default '[]',
  language text not null default 'en',
  visibility text not null default 'public' check (visibility in ('public', 'sector', 'organisation')),
  state text not null default 'draft' check (state in ('draft', 'published', 'archived', 'withdrawn', 'merged')),
  audience text not null generated always as (audience(state, visibility)) stored,
  withdrawn_reason text,
  merged_into uuid references initiatives (id),
  superseded_by uuid references initiatives (id),
  unclaimed boolean not null default false,
  origin text not null check (origin in ('form', 'api', 'csv', 'file', 'harvest')),
  completeness jsonb not null,
  confirmed_at timestamptz,
  confirmed_by text,
  confirm_by date,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (phase <> 'stopped' or learning is not null),
  check (planned_end is null or planned_start is null or planned_end >= planned_start),
  check (state = 'draft' or slug is not null)
);
create unique index initiatives_external_id on initiatives (organisation_id, external_id) where external_id is not null;
create index initiatives_organisation on initiatives (organisation_id, id);
create index initiatives_phase on initiatives (state, phase, id);
create index initiatives_services on initiatives using gin (services);
create index initiatives_updated on initiatives (updated_at, id);

create table initiative_phases (
  id uuid primary key,
  initiative_id uuid not null references initiatives (id) deferrable initially deferred,
  phase text not null check (phase in ('idea', 'discovery', 'alpha', 'procurement', 'implementation', 'private-beta', 'public-beta',
    'live', 'completed', 'retired', 'paused', 'stopped')),
  started_on date not null,
  ended_on date,
  note text,
  learning text,
  check (phase <> 'stopped' or learning is not null),
  check (ended_on is null or ended_on >= started_on)
);
create index initiative_phases_initiative on initiative_phases (initiative_id, started_on, id);

create table initiative_participants (
  initiative_id uuid not null references initiatives (id) deferrable initially deferred,
  organisation_id uuid not null references organisations (id),
  role text not null check (role in ('partner', 'funder', 'supplier', 'adviser', 'observer')),
  state text not null default 'invited' check (state in ('invited', 'confirmed', 'declined', 'left')),
  primary key (initiative_id, organisation_id, role)
);
create index initiative_participants_organisation on initiative_participants (organisation_id);

-- What the publisher sent last, by member, so that a person's edit is told from the publisher's own change.
create table initiative_sources (
  initiative_id uuid primary key references initiatives (id) deferrable initially deferred,
  document jsonb not null,
  seen_at timestamptz not null default now()
);
--rollback drop table initiative_sources, initiative_participants, initiative_phases, initiatives;
