--liquibase formatted sql

--changeset council-registry:017-initiative-origins
-- What tells a piece of work from all others, wherever it is registered: where its source is kept, a key unique in the world.
alter table initiatives add column origins text[] not null default '{}';
create index initiatives_origins on initiatives using gin (origins) where origins <> '{}';
--rollback drop index initiatives_origins; alter table initiatives drop column origins;
