package org.councilregistry.api.initiatives;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.api.platform.Caller;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads what an initiative's page depends on. Writes nothing. */
public interface InitiativePageDao {
    /** While all of this is the same, so is the page. */
    record Stamp(
            UUID id,
            int version,
            int owner,
            long participants,
            @Nullable Instant seen,
            boolean stale,
            long outcomes,
            long similar) {}

    @SqlQuery("select " + InitiativeDao.STAMP + """
            , coalesce((select sum(hashtext(u.id::text || u.version)) from outcomes u
                        where u.initiative_id = i.id and u.removed_at is null), 0) as outcomes,
            coalesce((select sum(hashtext(p.id::text || p.band || p.score || p.reasons::text || x.version || ' ' || xo.version
                                          || coalesce(x.confirm_by < current_date, false)))
                      from overlap_pairs p
                      join initiatives x on x.id = case when p.left_id = i.id then p.right_id else p.left_id end
                      join organisations xo on xo.id = x.organisation_id
                      where i.id in (p.left_id, p.right_id) and p.state <> 'gone' and p.decision is distinct from 'different'
                        and x.state = 'published' and can_see(x.audience, x.organisation_id, :sees, :own, :area)), 0) as similar
            from initiatives i""" + InitiativeDao.OWNER
            + "where i.slug = :slug and i.state in ('published', 'archived') and" + InitiativeDao.SEEN)
    Optional<Stamp> stamp(String slug, @BindMethods Caller caller);
}
