--liquibase formatted sql

--changeset council-registry:021-initiative-labels splitStatements:false
-- By what lists are narrowed, in the order of lists: among all the initiatives of a country, a page of those about one service
-- is read from as many rows as it shows. An index on the arrays themselves knows no order.
create table initiative_labels (
  label text not null,
  initiative_id uuid not null,
  primary key (label, initiative_id)
);
create function labels(services text[], benefit_areas text[], tags text[]) returns setof text
language sql immutable parallel safe as $$
  select 'service ' || s from unnest(services) s union select 'benefit-area ' || b from unnest(benefit_areas) b
  union select 'tag ' || t from unnest(tags) t
$$;
create function label_initiative() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from initiative_labels l using labels(old.services, old.benefit_areas, old.tags) was
    where l.label = was and l.initiative_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into initiative_labels select l, new.id from labels(new.services, new.benefit_areas, new.tags) l;
  end if;
  return null;
end $$;
create trigger initiatives_labelled after insert or delete on initiatives
  for each row execute function label_initiative();
create trigger initiatives_labelled_again after update of services, benefit_areas, tags on initiatives for each row
  when ((old.services, old.benefit_areas, old.tags) is distinct from (new.services, new.benefit_areas, new.tags))
  execute function label_initiative();
insert into initiative_labels select l, i.id from initiatives i, labels(i.services, i.benefit_areas, i.tags) l;
drop index initiatives_services;
--rollback create index initiatives_services on initiatives using gin (services);
--rollback drop trigger initiatives_labelled on initiatives; drop trigger initiatives_labelled_again on initiatives;
--rollback drop function label_initiative(); drop table initiative_labels; drop function labels(text[], text[], text[]);
