package org.councilregistry.api.meanings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables {@code meanings} and {@code meaning_queue}. */
public interface MeaningDao {
    /** An initiative whose meaning is wanted. */
    record Wanted(
            UUID place,
            UUID id,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String problem,
            @Nullable String users,
            @Nullable String approach,
            @Nullable String department,
            List<String> technologies,
            List<String> systems,
            boolean published,
            @Nullable String knownHash) {}

    @SqlQuery("""
            with taken as (
              select q.place, q.initiative_id, q.seq from meaning_queue q order by q.seq desc limit :limit for update skip locked)
            select t.place, i.id, i.title, i.summary, i.problem, i.users, i.approach, i.department, i.technologies,
                   i.systems, i.state = 'published' as published, m.text_hash as known_hash
            from taken t join initiatives i on i.id = t.initiative_id
            left join meanings m on m.initiative_id = i.id and m.model = :model and m.reading = :reading
            order by t.seq desc
            """)
    List<Wanted> take(int limit, String model, String reading);

    @SqlUpdate("delete from meaning_queue where place = any(:places)")
    void done(List<UUID> places);

    @SqlUpdate("insert into meaning_queue (initiative_id) select unnest(cast(:ids as uuid[]))")
    void queue(List<UUID> ids);

    @SqlQuery("select count(*) from meaning_queue")
    long waiting();

    @SqlQuery("select exists (select 1 from meaning_queue)")
    boolean anyWaiting();

    /** Queues what no meaning has been computed of by this model in this way, behind what is fresh. */
    @SqlUpdate("""
            insert into meaning_queue (initiative_id)
            select i.id from initiatives i
            where i.state = 'published'
              and not exists (select 1 from meanings m where m.initiative_id = i.id and m.model = :model
                and m.reading = :reading)
              and not exists (select 1 from meaning_queue q where q.initiative_id = i.id)
            order by i.updated_at
            """)
    int enqueueMissing(String model, String reading);

    /** A meaning as it is written. */
    record Row(
            UUID initiativeId,
            String model,
            String reading,
            String textHash,
            byte[] whole,
            byte[] sentences,
            byte[] kinds) {}

    @SqlUpdate("""
            insert into meanings (initiative_id, model, reading, text_hash, whole, sentences, kinds)
            values (:initiativeId, :model, :reading, :textHash, :whole, :sentences, :kinds)
            on conflict (initiative_id) do update
              set model = excluded.model, reading = excluded.reading, text_hash = excluded.text_hash,
                  whole = excluded.whole, sentences = excluded.sentences, kinds = excluded.kinds, stored_at = clock_timestamp()
            """)
    void put(@BindMethods Row row);

    /** How many have been read by another model or in another way and wait to be read again. */
    @SqlQuery("""
            select count(*) from meanings m
            where (m.model, m.reading) <> (:model, :reading)
              and exists (select 1 from meaning_queue q where q.initiative_id = m.initiative_id)
            """)
    long outdated(String model, String reading);

    @SqlUpdate("delete from meanings where initiative_id = any(:ids)")
    void remove(List<UUID> ids);

    /** A meaning as nodes keep it at hand. */
    record Kept(UUID initiativeId, String textHash, byte[] whole, byte[] kinds) {}

    @SqlQuery("select initiative_id, text_hash, whole, kinds from meanings where model = :model")
    @FetchSize(1000)
    Stream<Kept> all(String model);

    @SqlQuery("select initiative_id, text_hash, whole, kinds from meanings where model = :model and stored_at > :since")
    List<Kept> since(String model, Instant since);

    /** The sentences of an initiative's text, and which text that was. */
    record Sentences(UUID initiativeId, String textHash, byte[] sentences) {}

    @SqlQuery("""
            select initiative_id, text_hash, sentences from meanings where model = :model and initiative_id = any(:ids)
            """)
    List<Sentences> sentences(List<UUID> ids, String model);

    @SqlQuery("select clock_timestamp()")
    Instant now();
}
