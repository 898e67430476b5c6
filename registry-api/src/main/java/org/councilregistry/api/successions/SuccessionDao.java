package org.councilregistry.api.successions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.schema.Succession;
import org.councilregistry.schema.SuccessionKind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code successions}. Every succession is public. */
public interface SuccessionDao {
    /** What a row is read as. */
    String COLUMNS = """
            s.id, s.version, p.id as predecessor_id, p.slug as predecessor_slug, p.name as predecessor_name,
            n.id as successor_id, n.slug as successor_slug, n.name as successor_name,
            s.effective_on, s.kind, s.share, s.functions, s.note
            """;

    /** Where the names come from. */
    String NAMES = " join organisations p on p.id = s.predecessor_id join organisations n on n.id = s.successor_id ";

    /** A succession as it is written. */
    record Row(
            UUID id,
            UUID predecessor,
            UUID successor,
            @Nullable LocalDate effectiveOn,
            SuccessionKind kind) {}

    @SqlQuery("select " + COLUMNS + " from successions s" + NAMES + "where s.id = :id")
    Optional<Succession> find(UUID id);

    @SqlQuery("select " + COLUMNS + " from successions s" + NAMES + """
            where s.id > :after
              and (cast(:organisation as uuid) is null or s.predecessor_id = :organisation or s.successor_id = :organisation)
            order by s.id limit :limit
            """)
    List<Succession> list(@Nullable UUID organisation, UUID after, int limit);

    @SqlQuery("""
            select count(*) from successions s
            where cast(:organisation as uuid) is null or s.predecessor_id = :organisation or s.successor_id = :organisation
            """)
    long count(@Nullable UUID organisation);

    @SqlQuery("""
            with s as (
              insert into successions (id, predecessor_id, successor_id, effective_on, kind)
              values (:id, :predecessor, :successor, :effectiveOn, :kind)
              on conflict (predecessor_id, successor_id) do update
                set effective_on = excluded.effective_on, kind = excluded.kind, version = successions.version + 1
                where (successions.effective_on, successions.kind) is distinct from (excluded.effective_on, excluded.kind)
              returning *)
            select
            """ + COLUMNS + " from s" + NAMES)
    Optional<Succession> put(@BindMethods Row row);
}
