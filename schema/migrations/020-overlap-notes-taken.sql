--liquibase formatted sql

--changeset council-registry:020-overlap-notes-taken
-- A note that the pair has taken over stays, so that the same answer again is known not to be news.
alter table overlap_notes add column taken boolean not null default false;
--rollback alter table overlap_notes drop column taken;
