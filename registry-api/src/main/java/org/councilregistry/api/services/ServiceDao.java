package org.councilregistry.api.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.councilregistry.schema.Service;
import org.councilregistry.schema.ServiceRef;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code services}. Every service is public. */
public interface ServiceDao {
    /** What a row is read as. */
    String COLUMNS = """
            s.id, s.version, s.code, s.label, s.function, s.tiers, s.synonyms, s.valid_from, s.valid_to, s.created_at,
            s.updated_at
            """;

    /** A service as it is written. */
    record Row(
            UUID id,
            String code,
            String label,
            @Nullable String function,
            List<String> tiers,
            List<String> synonyms,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @SqlQuery("select " + COLUMNS + " from services s where s.code = :code")
    Optional<Service> find(String code);

    @SqlQuery("select " + COLUMNS + " from services s order by s.id")
    List<Service> all();

    @SqlQuery("select code, label from services order by code")
    List<ServiceRef> refs();

    /** The condition of every list. */
    String FILTER = """
            (cast(:q as text) is null or lower(s.label) like '%' || :q || '%' or s.code like '%' || :q
             or exists (select 1 from unnest(s.synonyms) y where lower(y) like '%' || :q || '%'))
            """;

    @SqlQuery(
            "select " + COLUMNS + " from services s where s.id > :after and " + FILTER + " order by s.id limit :limit")
    List<Service> list(@Nullable String q, UUID after, int limit);

    @SqlQuery("select count(*) from services s where " + FILTER)
    long count(@Nullable String q);

    @SqlQuery("""
            with s as (
              insert into services (id, code, label, function, tiers, synonyms, valid_from, valid_to)
              values (:id, :code, :label, :function, :tiers, :synonyms, :validFrom, :validTo)
              on conflict (code) do update
                set label = excluded.label, function = excluded.function, tiers = excluded.tiers,
                    synonyms = excluded.synonyms, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    version = services.version + 1, updated_at = now()
                where (services.label, services.function, services.tiers, services.synonyms, services.valid_from, services.valid_to)
                      is distinct from
                      (excluded.label, excluded.function, excluded.tiers, excluded.synonyms, excluded.valid_from, excluded.valid_to)
              returning *)
            select
            """ + COLUMNS + " from s")
    Optional<Service> put(@BindMethods Row row);
}
