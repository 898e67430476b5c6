package org.councilregistry.api.pairs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Match;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.OverlapDecision;
import org.councilregistry.schema.OverlapGrade;
import org.councilregistry.schema.OverlapResponse;
import org.councilregistry.schema.OverlapState;
import org.councilregistry.schema.OverlapStep;
import org.councilregistry.schema.Response;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code overlap_pairs} and {@code overlap_notes}, as those read and answer it who may see it. */
public interface PairDao {
    /** Whether one of the owners has asked the other one to take part, and has no answer yet. */
    String INVITED = """
             exists (select 1 from initiative_participants t
               where t.state = 'invited' and ((t.initiative_id = l.id and t.organisation_id = r.organisation_id)
                 or (t.initiative_id = r.id and t.organisation_id = l.organisation_id)))
            """;

    /** What a row is read as. */
    String COLUMNS = "case when" + INVITED + " then 'invited' end as partner, " + """
            p.id, p.version,
            l.id as left_id, l.slug as left_slug, l.title as left_title, l.summary as left_summary, l.phase as left_phase,
            lo.id as left_organisation_id, lo.slug as left_organisation_slug, lo.name as left_organisation_name,
            l.contact as left_contact, l.learning as left_learning, l.confirmed_at as left_confirmed_at,
            coalesce(l.confirm_by < current_date, false) as left_stale,
            r.id as right_id, r.slug as right_slug, r.title as right_title, r.summary as right_summary, r.phase as right_phase,
            ro.id as right_organisation_id, ro.slug as right_organisation_slug, ro.name as right_organisation_name,
            r.contact as right_contact, r.learning as right_learning, r.confirmed_at as right_confirmed_at,
            coalesce(r.confirm_by < current_date, false) as right_stale,
            p.band, p.reasons, p.detector, p.state, p.response, p.response_why, p.responded_by, p.decision, p.rationale,
            p.decided_at, p.first_seen_at, p.last_seen_at, p.seen_at_registration
            """;

    /** Where the two pieces of work and their owners come from. */
    String SIDES = """
             join initiatives l on l.id = p.left_id join organisations lo on lo.id = l.organisation_id
             join initiatives r on r.id = p.right_id join organisations ro on ro.id = r.organisation_id
            """;

    /** Who may see a pair: who may see both of it, and works for one of the owners or oversees one. */
    String SEEN = """
             can_see(l.audience, l.organisation_id, :sees, :own, :area) and can_see(r.audience, r.organisation_id, :sees, :own, :area)
             and (:sees = 'all'
               or (:sees <> 'public' and cast(:own as uuid) in (l.organisation_id, r.organisation_id))
               or (:sees = 'area' and (cast(:area as uuid[]) is null
                 or l.organisation_id = any(cast(:area as uuid[])) or r.organisation_id = any(cast(:area as uuid[])))))
            """;

    /** By what a list is narrowed; an absent value does not narrow. */
    record Filter(
            @Nullable Band band,
            @Nullable OverlapState state,
            @Nullable String service,
            @Nullable String region,
            @Nullable String kind,
            @Nullable Boolean crossOrganisation,
            @Nullable Integer olderThan,
            @Nullable UUID organisation,
            @Nullable UUID within) {}

    /** The condition of every list: what is not decided, unless a state is named. */
    String FILTER = """
             and (cast(:band as text) is null or p.band = :band)
             and p.state = any(case when cast(:state as text) is null then array['open', 'in-case'] else array[cast(:state as text)] end)
             and (cast(:service as text) is null or l.services @> array[cast(:service as text)]
               or r.services @> array[cast(:service as text)])
             and (cast(:region as text) is null or :region in (lo.region, ro.region))
             and (cast(:kind as text) is null or :kind in (lo.kind, ro.kind))
             and (cast(:crossOrganisation as boolean) is null
               or :crossOrganisation = (l.organisation_id <> r.organisation_id))
             and (cast(:olderThan as int) is null or p.first_seen_at < now() - make_interval(days => :olderThan))
             and (cast(:organisation as uuid) is null or :organisation in (l.organisation_id, r.organisation_id))
             and (cast(:within as uuid) is null or (
               select count(*) from (
                 select unnest(w.member_ids || w.id) as id from organisations w where w.id = :within
                 union select d.id from organisations d where d.parent_id = :within) m
               where m.id in (l.organisation_id, r.organisation_id)) = 2)
            """;

    @SqlQuery("select " + COLUMNS + " from overlap_pairs p" + SIDES + "where p.id = :id and" + SEEN)
    Optional<Overlap> find(UUID id, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from overlap_pairs p" + SIDES + "where p.id > :after and" + SEEN + FILTER
            + " order by p.id limit :limit")
    List<Overlap> list(@BindMethods Filter filter, UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from overlap_pairs p" + SIDES + "where" + SEEN + FILTER)
    long count(@BindMethods Filter filter, @BindMethods Caller caller);

    @SqlQuery("select " + COLUMNS + " from overlap_pairs p" + SIDES + "where p.id = any(:ids) and" + SEEN
            + " order by p.id")
    List<Overlap> all(List<UUID> ids, @BindMethods Caller caller);

    /** A pair as far as clusters need it. */
    record Edge(UUID id, UUID one, UUID other) {}

    @SqlQuery("select p.id, p.left_id as one, p.right_id as other from overlap_pairs p" + SIDES + "where" + SEEN
            + FILTER + " order by p.id limit :limit")
    List<Edge> edges(@BindMethods Filter filter, int limit, @BindMethods Caller caller);

    @SqlQuery("""
            select exists (select 1 from initiatives i
              where i.id = :id and can_see(i.audience, i.organisation_id, :sees, :own, :area))
            """)
    boolean seen(UUID id, @BindMethods Caller caller);

    /** What looks like one initiative, as far as the caller may see it. */
    @SqlQuery("""
            select case when
            """ + SEEN + """
             then p.id end as overlap, i.id as initiative_id, i.slug as initiative_slug, i.title as initiative_title,
                   i.summary as initiative_summary, i.phase as initiative_phase, o.id as initiative_organisation_id,
                   o.slug as initiative_organisation_slug, o.name as initiative_organisation_name,
                   i.contact as initiative_contact, i.learning as initiative_learning,
                   i.confirmed_at as initiative_confirmed_at,
                   coalesce(i.confirm_by < current_date, false) as initiative_stale, p.band, p.reasons
            from overlap_pairs p
            """ + SIDES + """
            join initiatives i on i.id = case when p.left_id = :id then p.right_id else p.left_id end
            join organisations o on o.id = i.organisation_id
            where :id in (p.left_id, p.right_id) and p.state <> 'gone' and p.decision is distinct from 'different'
              and l.organisation_id <> r.organisation_id
              and i.state = 'published' and can_see(i.audience, i.organisation_id, :sees, :own, :area)
            order by p.score desc, p.id
            limit :limit
            """)
    List<Match> similar(UUID id, int limit, @BindMethods Caller caller);

    /** Of an initiative and another one, the pair that is kept. */
    record Known(UUID other, UUID pair) {}

    @SqlQuery("select case when p.left_id = :id then p.right_id else p.left_id end as other, p.id as pair"
            + " from overlap_pairs p" + SIDES + "where ((p.left_id = :id and p.right_id = any(:others))"
            + " or (p.right_id = :id and p.left_id = any(:others))) and p.state <> 'gone' and" + SEEN)
    List<Known> between(UUID id, List<UUID> others, @BindMethods Caller caller);

    /** A match as the registrant was shown it, or what she says to one. */
    record Note(
            UUID other,
            boolean shown,
            @Nullable Response response,
            @Nullable String why) {}

    /**
     * Notes what the caller may see and was not noted before. A later answer takes the place of an earlier one; the same
     * again, as a nightly publish sends it, is no news.
     */
    @SqlBatch("""
            insert into overlap_notes (initiative_id, other_id, shown, response, why, noted_by)
            select cast(:id as uuid), i.id, :shown, cast(:response as text), cast(:why as text), cast(:credential as uuid)
            from initiatives i
            where i.id = :other and i.id <> cast(:id as uuid) and can_see(i.audience, i.organisation_id, :sees, :own, :area)
              and (not :shown or not exists (
                select 1 from overlap_pairs p
                where p.left_id = least(i.id, cast(:id as uuid)) and p.right_id = greatest(i.id, cast(:id as uuid))
                  and p.seen_at_registration))
            on conflict (initiative_id, other_id) do update
              set shown = overlap_notes.shown or excluded.shown,
                  response = coalesce(excluded.response, overlap_notes.response),
                  why = case when excluded.response is null then overlap_notes.why else excluded.why end,
                  noted_by = excluded.noted_by, noted_at = excluded.noted_at, taken = false
              where (excluded.shown and not overlap_notes.shown)
                or (excluded.response is not null
                  and (excluded.response, excluded.why) is distinct from (overlap_notes.response, overlap_notes.why))
            """)
    int[] note(UUID id, @BindMethods List<Note> notes, @BindMethods Caller caller);

    @SqlQuery(
            "select p.id, p.left_id as left, p.right_id as right, p.band, p.detector, case p.decision when 'introduce'"
                    + " then 2 when 'related' then 1 else 0 end as grade from overlap_pairs p" + SIDES
                    + "where p.id > :after and p.decision in ('introduce', 'related', 'different') and" + SEEN
                    + " order by p.id limit :limit")
    List<OverlapGrade> grades(UUID after, int limit, @BindMethods Caller caller);

    @SqlQuery("select count(*) from overlap_pairs p" + SIDES
            + "where p.decision in ('introduce', 'related', 'different') and" + SEEN)
    long graded(@BindMethods Caller caller);

    /** How many pairs of a band there are, by what was decided. */
    record Counted(Band band, long open, long introduce, long related, long different, long watch) {}

    @SqlQuery("""
            select p.band, count(*) filter (where p.state in ('open', 'in-case') and not
            """ + INVITED + """
            ) as open,
                   count(*) filter (where p.decision = 'introduce') as introduce,
                   count(*) filter (where p.decision = 'related') as related,
                   count(*) filter (where p.decision = 'different') as different,
                   count(*) filter (where p.decision = 'watch') as watch
            from overlap_pairs p
            """ + SIDES + "where" + SEEN + "group by p.band")
    List<Counted> counted(@BindMethods Caller caller);

    /** What the events tell of a row. */
    String STEP = """
             id, version, left_id as left, right_id as right, band, detector, state, response, response_why, decision, rationale
            """;

    @SqlQuery("""
            update overlap_pairs set version = version + 1, updated_at = now(), response = :asked.response,
              response_why = :asked.why, responded_by = :by, responded_at = now()
            where id = :id and version = :version
            returning
            """ + STEP)
    Optional<OverlapStep> respond(UUID id, int version, @BindMethods("asked") OverlapResponse response, UUID by);

    @SqlQuery("""
            update overlap_pairs set version = version + 1, updated_at = now(), state = 'decided', decision = :asked.decision,
              rationale = :asked.rationale, decided_by = :by, decided_at = now()
            where id = :id and version = :version and state in ('open', 'in-case', 'decided')
            returning
            """ + STEP)
    Optional<OverlapStep> decide(
            UUID id, int version, @BindMethods("asked") OverlapDecision decision, @Nullable UUID by);
}
