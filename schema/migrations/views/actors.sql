--liquibase formatted sql

--changeset council-registry:view-actors runOnChange:true
-- By whom an event can have been caused, and for whom that one acts.
create schema if not exists read;
drop view if exists read.actors;
create view read.actors as
  select id, organisation_id from keys
  union all select id, organisation_id from members;
--rollback drop view read.actors;
