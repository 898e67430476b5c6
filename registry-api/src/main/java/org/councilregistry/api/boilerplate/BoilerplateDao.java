package org.councilregistry.api.boilerplate;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables {@code boilerplate}, {@code boilerplate_sentences} and {@code boilerplate_queue}. */
public interface BoilerplateDao {
    /** An initiative whose sentences are to be counted. */
    record Waiting(
            UUID place,
            UUID id,
            boolean published,
            String summary,
            @Nullable String problem,
            @Nullable String users,
            @Nullable String approach) {}

    @SqlQuery("""
            with taken as (
              select q.place, q.initiative_id from boilerplate_queue q order by q.queued_at limit :limit
              for update skip locked)
            select t.place, i.id, i.state = 'published' as published, i.summary, i.problem, i.users, i.approach
            from taken t join initiatives i on i.id = t.initiative_id
            """)
    List<Waiting> take(int limit);

    @SqlUpdate("delete from boilerplate_queue where place = any(:places)")
    void done(List<UUID> places);

    @SqlQuery("select exists (select 1 from boilerplate_queue)")
    boolean anyWaiting();

    @SqlUpdate("delete from boilerplate_sentences where initiative_id = any(:initiatives)")
    void forget(List<UUID> initiatives);

    /** Notes which initiative says which sentence, pair by pair. */
    @SqlUpdate("""
            insert into boilerplate_sentences (sentence, initiative_id)
            select sentence, initiative_id
            from unnest(cast(:sentences as uuid[]), cast(:initiatives as uuid[])) as said (sentence, initiative_id)
            order by sentence, initiative_id
            on conflict do nothing
            """)
    void note(List<UUID> sentences, List<UUID> initiatives);

    /** Which of these sentences so many say that they are boilerplate from now on. */
    @SqlQuery("""
            insert into boilerplate (sentence)
            select s.sentence from boilerplate_sentences s
            where s.sentence = any(:sentences) and not exists (select 1 from boilerplate b where b.sentence = s.sentence)
            group by s.sentence having count(*) >= :many
            on conflict do nothing
            returning sentence
            """)
    List<UUID> find(List<UUID> sentences, int many);

    @SqlQuery("select distinct initiative_id from boilerplate_sentences where sentence = any(:sentences)")
    List<UUID> saying(List<UUID> sentences);

    @SqlQuery("select count(*) from boilerplate")
    int count();

    @SqlQuery("select sentence from boilerplate")
    List<UUID> all();
}
