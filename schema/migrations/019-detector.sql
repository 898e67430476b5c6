--liquibase formatted sql

--changeset council-registry:019-detector
-- How a meaning was read, and by which detector pairs were compared: otherwise now, they are read and compared again.
alter table meanings add column reading text not null default '';
alter table projections add column detector text;
--rollback alter table projections drop column detector; alter table meanings drop column reading;
