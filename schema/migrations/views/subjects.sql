--liquibase formatted sql

--changeset council-registry:view-subjects runOnChange:true
-- Every record that an event can be about, and who may see it now.
create schema if not exists read;
drop view if exists read.subjects;
create view read.subjects as
  select 'organisation' as type, id, 'public' as audience, id as organisation_id from organisations
  union all select 'service', id, 'public', null from services
  union all select 'succession', id, 'public', null from successions
  union all select 'key', id, 'admin', organisation_id from keys
  union all select 'member', id, 'admin', organisation_id from members
  union all select 'joining-request', id, 'admin', organisation_id from joining_requests
  union all select 'initiative', id, audience, organisation_id from initiatives
  union all select 'component', id, audience, organisation_id from components
  union all select 'outcome', o.id, case when o.removed_at is null then i.audience else 'organisation' end, i.organisation_id
    from outcomes o join initiatives i on i.id = o.initiative_id
  -- a pair has two owners; each sees it as long as she may see the other one's record, too
  union all select 'overlap', p.id, 'organisation', l.organisation_id
    from overlap_pairs p join initiatives l on l.id = p.left_id join initiatives r on r.id = p.right_id
    where r.audience in ('public', 'sector')
  union all select 'overlap', p.id, 'organisation', r.organisation_id
    from overlap_pairs p join initiatives l on l.id = p.left_id join initiatives r on r.id = p.right_id
    where l.audience in ('public', 'sector')
  union all select 'overlap', id, 'organisation', null from overlap_pairs;
--rollback drop view read.subjects; drop schema read;
