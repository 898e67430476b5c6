package org.councilregistry.api.limits;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table {@code limits}. */
public interface LimitDao {
    /** What is left in a bucket to all nodes together. */
    record Left(String name, double tokens) {}

    /** Takes what was used on this node out of the buckets, each a name, a number, a rate a second and a size. */
    @SqlQuery("""
            insert into limits (name, tokens, rate, burst, at)
            select u.name, u.burst - u.used, u.rate, u.burst, clock_timestamp()
            from unnest(cast(:names as text[]), cast(:used as float8[]), cast(:rates as float8[]), cast(:bursts as float8[]))
              as u(name, used, rate, burst)
            order by u.name
            on conflict (name) do update
              set tokens = greatest(-excluded.burst,
                    least(excluded.burst, limits.tokens + excluded.rate * extract(epoch from clock_timestamp() - limits.at))
                    - (excluded.burst - excluded.tokens)),
                  rate = excluded.rate, burst = excluded.burst, at = clock_timestamp()
            returning name, tokens
            """)
    List<Left> take(List<String> names, List<Double> used, List<Double> rates, List<Double> bursts);

    /** Forgets buckets that are full again. */
    @SqlUpdate("delete from limits where tokens + rate * extract(epoch from clock_timestamp() - at) >= burst")
    void forget();
}
