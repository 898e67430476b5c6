--liquibase formatted sql

--changeset council-registry:001-visibility splitStatements:false
-- Who may see a record: its audience, whose it is, and what the caller sees. One expression, so that PostgreSQL inlines it.
create function can_see(audience text, owner uuid, sees text, own uuid, area uuid[]) returns boolean
language sql immutable parallel safe as $$
  select audience = 'public'
      or sees = 'all'
      or (audience = 'sector' and sees <> 'public')
      or (owner = own and ((audience = 'organisation' and sees <> 'public')
                        or (audience = 'draft' and sees in ('drafts', 'admin'))
                        or (audience = 'admin' and sees = 'admin')))
      or (audience = 'organisation' and sees = 'area' and (area is null or owner = any(area)))
$$;
-- What the audience of a record is, from its state and visibility.
create function audience(state text, visibility text) returns text
language sql immutable parallel safe as $$
  select case when state = 'draft' then 'draft' when state in ('withdrawn', 'merged') then 'organisation' else visibility end
$$;
--rollback drop function audience(text, text); drop function can_see(text, uuid, text, uuid, uuid[]);
