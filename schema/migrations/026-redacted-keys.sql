--liquibase formatted sql

--changeset council-registry:026-redacted-keys splitStatements:false
-- What is left of a publisher's key when its record is redacted: enough to know it again, and no text.
create function redacted_key(organisation uuid, key text) returns text language sql immutable as $$
  select 'redacted:' || encode(sha256(convert_to(organisation::text || ':' || key, 'UTF8')), 'hex')
$$;
--rollback drop function redacted_key(uuid, text);
