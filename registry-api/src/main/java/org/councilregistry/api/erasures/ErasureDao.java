package org.councilregistry.api.erasures;

import java.util.List;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.SubjectRef;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads what names a person. Writes nothing. */
public interface ErasureDao {
    /** With what somebody with this address has signed in. */
    @SqlQuery("""
            select issuer, subject from members where lower(email) = lower(:email) and issuer is not null
            union
            select issuer, subject from joining_requests where lower(email) = lower(:email)
            """)
    List<Erased.Account> accounts(String email);

    /** Whose systems sent records in which somebody with this address is the contact. */
    @SqlQuery("""
            select distinct o.id, o.slug, o.name
            from initiative_sources s join initiatives i on i.id = s.initiative_id join organisations o on o.id = i.organisation_id
            where lower(s.document #>> '{contact,email}') = lower(:email)
            order by o.slug
            """)
    List<OrganisationRef> publishers(String email);

    /** The initiatives in which the address stands, wherever. */
    @SqlQuery("""
            select 'initiative' as type, i.id, i.version from initiatives i
            where strpos(lower(i::text), lower(:email)) > 0
            union
            select 'initiative', i.id, i.version from initiative_phases p join initiatives i on i.id = p.initiative_id
            where strpos(lower(p::text), lower(:email)) > 0
            """)
    List<SubjectRef> initiatives(String email);

    /** The initiatives whose publishers sent the address, wherever. */
    @SqlQuery("""
            select 'initiative' as type, i.id, i.version from initiative_sources s join initiatives i on i.id = s.initiative_id
            where strpos(lower(s.document::text), lower(:email)) > 0
            """)
    List<SubjectRef> sent(String email);

    /** The other records in which the address stands, wherever. */
    @SqlQuery("""
            select 'component' as type, c.id, c.version from components c where strpos(lower(c::text), lower(:email)) > 0
            union all select 'outcome', o.id, o.version from outcomes o where strpos(lower(o::text), lower(:email)) > 0
            union all select 'organisation', o.id, o.version from organisations o where strpos(lower(o::text), lower(:email)) > 0
            union all select 'key', k.id, k.version from keys k where strpos(lower(k.label), lower(:email)) > 0
            union all select 'overlap', p.id, p.version from overlap_pairs p where strpos(lower(p::text), lower(:email)) > 0
            union all select 'member', m.id, m.version from members m where strpos(lower(m::text), lower(:email)) > 0
            union all select 'joining-request', j.id, j.version
              from joining_requests j where strpos(lower(j::text), lower(:email)) > 0
            union all select distinct 'initiative', i.id, i.version
              from overlap_notes n join initiatives i on i.id = n.initiative_id where strpos(lower(n.why), lower(:email)) > 0
            """)
    List<SubjectRef> others(String email);
}
