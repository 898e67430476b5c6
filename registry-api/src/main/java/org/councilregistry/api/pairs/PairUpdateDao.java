package org.councilregistry.api.pairs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.events.ChainDao;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Decision;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.OverlapStep;
import org.councilregistry.schema.Response;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables of pairs, their queue, what was noted of them and {@code projections}, as the one keeps them who follows the events. */
interface PairUpdateDao {
    @SqlQuery("select position, hash from projections where name = 'overlaps' for update")
    Optional<ChainDao.Place> place();

    @SqlUpdate("""
            insert into projections (name, position, hash) values ('overlaps', :position, :hash)
            on conflict (name) do update set position = excluded.position, hash = excluded.hash
            """)
    void place(@BindMethods ChainDao.Place place);

    /** Notes the rules by which everything is compared from now on; 0 if they were the same. */
    @SqlUpdate("""
            update projections set detector = :detector
            where name = 'overlaps' and detector is distinct from :detector
            """)
    int rules(String detector);

    @SqlUpdate("""
            insert into overlap_queue (initiative_id, position)
            select id, :position from unnest(cast(:ids as uuid[])) as id order by id
            on conflict (initiative_id) do update set position = excluded.position, queued_at = excluded.queued_at
            """)
    void queue(List<UUID> ids, long position);

    /** Queues what is to be compared though its record has not changed, unless it waits already. */
    @SqlUpdate("""
            insert into overlap_queue (initiative_id, position)
            select id, 0 from unnest(cast(:ids as uuid[])) as id order by id
            on conflict do nothing
            """)
    void queue(List<UUID> ids);

    /** Queues everything that is or was alike, behind what is fresh. */
    @SqlUpdate("""
            insert into overlap_queue (initiative_id, position, queued_at)
            select i.id, (select coalesce(max(position), 0) from event_seals), i.updated_at
            from initiatives i
            where i.state = 'published' or exists (select 1 from overlap_pairs p where i.id in (p.left_id, p.right_id))
            order by i.id
            on conflict do nothing
            """)
    int queueAll();

    @SqlQuery("select count(*) from overlap_queue")
    long waiting();

    @SqlQuery("""
            delete from overlap_queue where initiative_id = (
              select initiative_id from overlap_queue where position <= :met
              order by queued_at desc limit 1 for update skip locked)
            returning initiative_id
            """)
    Optional<UUID> next(long met);

    /** Puts one that could not be compared behind all others. */
    @SqlUpdate("update overlap_queue set queued_at = queued_at - interval '1 day' where initiative_id = :id")
    void demote(UUID id);

    /** An initiative as far as the keeping of its pairs needs it. */
    record Side(
            UUID id,
            boolean published,
            String title,
            String summary,
            @Nullable String problem) {}

    @SqlQuery("select id, state = 'published' as published, title, summary, problem from initiatives where id = :id")
    Optional<Side> side(UUID id);

    /** Which of these may be a pair with the initiative: published, of another organisation, not confirmed partners. */
    @SqlQuery("""
            select o.id, true as published, o.title, o.summary, o.problem
            from initiatives o join initiatives i on i.id = :id
            where o.id = any(:ids) and o.id <> i.id and o.state = 'published' and o.organisation_id <> i.organisation_id
              and not exists (
                select 1 from initiative_participants t
                where t.state = 'confirmed'
                  and ((t.initiative_id = i.id and t.organisation_id = o.organisation_id)
                    or (t.initiative_id = o.id and t.organisation_id = i.organisation_id)))
            """)
    List<Side> others(UUID id, List<UUID> ids);

    /** What is or was a pair with the initiative. */
    @SqlQuery("""
            select right_id from overlap_pairs where left_id = :id
            union all select left_id from overlap_pairs where right_id = :id
            """)
    List<UUID> partners(UUID id);

    /** A pair as it was kept; {@code overtaken} if another worker has compared it since this transaction began. */
    record Kept(
            UUID id,
            UUID leftId,
            UUID rightId,
            Band band,
            String detector,
            OverlapState state,
            @Nullable Decision decision,
            List<String> leftStems,
            List<String> rightStems,
            boolean overtaken,
            boolean bothPublished) {}

    @SqlQuery("""
            select p.id, p.left_id, p.right_id, p.band, p.detector, p.state, p.decision, p.left_stems, p.right_stems,
                   p.last_seen_at > now() as overtaken, l.state = 'published' and r.state = 'published' as both_published
            from overlap_pairs p join initiatives l on l.id = p.left_id join initiatives r on r.id = p.right_id
            where p.left_id = :id or p.right_id = :id
            order by p.left_id, p.right_id
            for update of p
            """)
    List<Kept> kept(UUID id);

    /** A pair as it is found. */
    record Pair(
            UUID leftId,
            UUID rightId,
            double score,
            Band band,
            List<MatchReason> reasons,
            String detector,
            List<String> leftStems,
            List<String> rightStems) {}

    @SqlQuery("""
            insert into overlap_pairs (id, left_id, right_id, score, band, reasons, detector, left_stems, right_stems)
            values (:id, :leftId, :rightId, :score, :band, :reasons, :detector, :leftStems, :rightStems)
            on conflict (left_id, right_id) do nothing
            returning
            """ + PairDao.STEP)
    Optional<OverlapStep> insert(UUID id, @BindMethods Pair pair);

    /** Takes over what was found of a pair that is not decided; {@code step} is 1 if its readers are to be told. */
    @SqlQuery("""
            update overlap_pairs set version = version + :step, score = :score, band = :band, reasons = :reasons,
              detector = :detector, left_stems = :leftStems, right_stems = :rightStems,
              state = :state, decision = null, rationale = null, decided_by = null, decided_at = null,
              last_seen_at = clock_timestamp(), updated_at = case when :step = 0 then updated_at else now() end
            where id = :id
            returning
            """ + PairDao.STEP)
    OverlapStep refresh(UUID id, OverlapState state, int step, @BindMethods Pair pair);

    /** A pair that is no longer found: nothing of the texts is kept. */
    @SqlQuery("""
            update overlap_pairs set version = version + 1, state = 'gone', reasons = '[]', left_stems = '{}', right_stems = '{}',
              last_seen_at = clock_timestamp(), updated_at = now()
            where id = :id
            returning
            """ + PairDao.STEP)
    OverlapStep lose(UUID id);

    /** A decided pair stays decided, with reasons that quote the texts as they are; of one that is not shown nothing is kept. */
    @SqlQuery("""
            update overlap_pairs set last_seen_at = clock_timestamp(), reasons = :reasons,
              left_stems = case when :forget then '{}' else left_stems end,
              right_stems = case when :forget then '{}' else right_stems end
            where id = :id
            returning
            """ + PairDao.STEP)
    OverlapStep keep(UUID id, List<MatchReason> reasons, boolean forget);

    /**
     * What was noted of a pair before it was there.
     *
     * @param owner for whom the registrant spoke
     * @param latest whether nobody has answered since
     */
    record Noted(
            UUID pair,
            UUID owner,
            boolean shown,
            @Nullable Response response,
            @Nullable String why,
            @Nullable UUID notedBy,
            boolean latest) {}

    /** Takes what was noted of an initiative and has a pair now. */
    @SqlQuery("""
            update overlap_notes n set taken = true from overlap_pairs p, initiatives i
            where n.initiative_id = :id and not n.taken and i.id = n.initiative_id
              and p.left_id = least(n.initiative_id, n.other_id) and p.right_id = greatest(n.initiative_id, n.other_id)
              and p.state not in ('gone', 'closed')
            returning p.id as pair, i.organisation_id as owner, n.shown, n.response, n.why, n.noted_by,
                      p.responded_at is null or p.responded_at < n.noted_at as latest
            """)
    List<Noted> takeNotes(UUID id);

    @SqlUpdate("update overlap_pairs set seen_at_registration = true where id = :id")
    void shown(UUID id);

    @SqlQuery("""
            update overlap_pairs set version = version + 1, updated_at = now(), response = :said.response,
              response_why = :said.why, responded_by = :owner, responded_at = now()
            where id = :id
            returning
            """ + PairDao.STEP)
    OverlapStep answered(UUID id, @BindMethods("said") OverlapResponse said, UUID owner);

    /** Forgets what was noted of an initiative that is no longer published. */
    @SqlUpdate("delete from overlap_notes where initiative_id = :id")
    void forgetNotes(UUID id);

    /** An owner of a pair as it is now, once if both are hers: whether she may see it now, and whether the last she was told of it still stands. */
    record Owner(UUID organisation, boolean sees, boolean knows) {}

    @SqlQuery("""
            select distinct on (i.organisation_id)
                   i.organisation_id as organisation, other.audience in ('public', 'sector') as sees,
                   coalesce((select not e.tombstone from events e
                     where e.subject_id = p.id and e.organisation_id = i.organisation_id
                     order by e.seq desc limit 1), false) as knows
            from overlap_pairs p
            join initiatives i on i.id in (p.left_id, p.right_id)
            join initiatives other on other.id in (p.left_id, p.right_id) and other.id <> i.id
            where p.id = :id
            order by i.organisation_id, sees desc
            """)
    List<Owner> owners(UUID id);
}
