--liquibase formatted sql

--changeset council-registry:011-event-queue-vacuum
-- Every event passes through the queue: what was removed from it is cleared away early.
alter table event_queue set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
--rollback alter table event_queue reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
