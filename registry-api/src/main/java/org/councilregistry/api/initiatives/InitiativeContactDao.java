package org.councilregistry.api.initiatives;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.schema.Completeness;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.Initiative;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables {@code initiatives} and {@code initiative_sources}, as far as they name people. */
public interface InitiativeContactDao {
    /** The records that name a person, or did once; kept from others until she is removed. */
    @SqlQuery("""
            select i.id from initiatives i
            where lower(i.contact ->> 'email') = lower(:email) or i.id = any(:ids)
               or exists (select 1 from initiative_sources s
                          where s.initiative_id = i.id and lower(s.document #>> '{contact,email}') = lower(:email))
            order by i.id
            for update of i
            """)
    List<UUID> naming(@BindMethods Erased person);

    @SqlQuery("""
            with i as (
              update initiatives set version = version + 1, updated_at = now(), contact = :contact, completeness = :completeness
              where id = :id
              returning *)
            select
            """ + InitiativeDao.COLUMNS + " from i" + InitiativeDao.OWNER)
    Optional<Initiative> contact(UUID id, @Nullable Contact contact, Completeness completeness);

    /** Forgets that publishers sent her. */
    @SqlUpdate("""
            update initiative_sources set document = document - 'contact'
            where lower(document #>> '{contact,email}') = lower(:email)
               or (initiative_id = any(:ids) and lower(document #>> '{contact,name}') = any(:words))
            """)
    void forget(@BindMethods Erased person);
}
