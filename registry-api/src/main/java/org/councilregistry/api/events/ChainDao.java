package org.councilregistry.api.events;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads the chain of events, for whoever follows it and keeps something derived from it. Writes nothing. */
public interface ChainDao {
    /** A place in the chain: a position, and the hash that tells one database's chain from another's. */
    record Place(long position, byte[] hash) {
        /** Before the first event. */
        public static final Place START = new Place(0, new byte[0]);
    }

    /** Whether a place is of this database's chain. */
    @SqlQuery("""
            select :position = 0 or exists (select 1 from event_seals where position = :position and hash = :hash)
            """)
    boolean ours(@BindMethods Place place);

    @SqlQuery("select position, hash from event_seals order by position desc limit 1")
    Optional<Place> head();

    /** A record that changed. */
    record Changed(long position, byte[] hash, String type, UUID id, int version, String audience) {
        /** Whether it is a change of a draft, of which nothing is derived until it is published. */
        public boolean ofDraft() {
            return audience.equals("draft");
        }

        /** Where the change stands in the chain. */
        public Place place() {
            return new Place(position, hash);
        }
    }

    @SqlQuery("""
            select s.position, s.hash, e.subject_type as type, e.subject_id as id, e.subject_version as version,
                   e.audience
            from event_seals s join events e on e.seq = s.seq
            where s.position > :after
            order by s.position limit :limit
            """)
    List<Changed> changes(long after, int limit);
}
