--liquibase formatted sql

--changeset council-registry:004-services
create table services (
  id uuid primary key,
  version int not null default 1,
  code text not null unique,
  label text not null,
  function text,
  tiers text[] not null default '{}',
  synonyms text[] not null default '{}',
  valid_from date,
  valid_to date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
--rollback drop table services;
