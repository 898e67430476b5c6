--liquibase formatted sql

--changeset council-registry:010-outcomes
create table outcomes (
  id uuid primary key,
  version int not null default 1,
  initiative_id uuid not null references initiatives (id),
  statement text not null,
  benefit_area text not null check (benefit_area in ('outcomes-and-cost', 'engagement-and-empowerment', 'place')),
  kind text check (kind in ('cashable', 'non-cashable', 'cost-avoidance', 'income')),
  period text check (period in ('one-off', 'per-year')),
  measure text,
  unit text check (unit in ('gbp', 'hours', 'percent', 'count', 'days', 'satisfaction', 'tco2e', 'other')),
  baseline numeric,
  target numeric,
  actual numeric,
  measured_on date,
  method text,
  evidence jsonb not null default '[]',
  assurance text not null default 'claimed' check (assurance in ('claimed', 'evidenced', 'independent')),
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index outcomes_initiative on outcomes (initiative_id, id);
--rollback drop table outcomes;
