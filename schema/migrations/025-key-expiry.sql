--liquibase formatted sql

--changeset council-registry:025-key-expiry
-- How many days before its end a key's owner was last warned.
alter table keys add column warned_days int;
create index keys_expiring on keys (expires_at) where revoked_at is null;
--rollback drop index keys_expiring; alter table keys drop column warned_days;
