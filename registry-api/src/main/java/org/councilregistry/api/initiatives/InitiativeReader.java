package org.councilregistry.api.initiatives;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Initiative;
import org.jspecify.annotations.Nullable;

/**
 * Reads initiatives. The database is asked each time what may be seen and whether it has changed; what has not is given out
 * as it was read before, the very same record, so that it need not be read and written again.
 */
public final class InitiativeReader {
    private final InitiativeDao dao;
    private final Cache<UUID, Read> recent = Caffeine.newBuilder()
            .maximumWeight(20_000_000)
            .weigher((UUID id, Read read) -> weight(read.record()))
            .build();

    /** A record, and the stamp that it bore when it was read. */
    record Read(InitiativeDao.Stamp stamp, Initiative record) {}

    /** Reads by this Dao. */
    public InitiativeReader(InitiativeDao dao) {
        this.dao = dao;
    }

    /** About as many bytes as it holds. */
    private static int weight(Initiative record) {
        return 1_000
                + Stream.of(
                                record.title(),
                                record.summary(),
                                record.problem(),
                                record.users(),
                                record.approach(),
                                record.learning())
                        .mapToInt(text -> text == null ? 0 : text.length())
                        .sum();
    }

    /** The record as it is now, if the caller may see it. */
    Optional<Initiative> find(UUID id, Caller caller) {
        return find(dao.stamp(id, caller), caller);
    }

    /** The record with a slug as it is now, if the caller may see it. */
    Optional<Initiative> find(String slug, Caller caller) {
        return find(dao.stampBySlug(slug, caller), caller);
    }

    private Optional<Initiative> find(Optional<InitiativeDao.Stamp> now, Caller caller) {
        if (now.isEmpty()) return Optional.empty();
        UUID id = now.get().id();
        Initiative known = known(now.get());
        if (known != null) return Optional.of(known);
        Optional<Initiative> record = dao.find(id, caller);
        record.ifPresent(read -> recent.put(id, new Read(now.get(), read)));
        return record;
    }

    /** One page of a list, as the records are now. */
    List<Initiative> list(InitiativeQuery query, boolean first, InitiativeQuery.Values values, Caller caller) {
        List<InitiativeDao.Stamp> stamps = dao.stamps(query.conditions(first), query.order(), values, caller);
        Map<UUID, Initiative> records = new HashMap<>();
        Map<UUID, InitiativeDao.Stamp> missing = new HashMap<>();
        for (InitiativeDao.Stamp stamp : stamps) {
            Initiative known = known(stamp);
            if (known != null) records.put(stamp.id(), known);
            else missing.put(stamp.id(), stamp);
        }
        if (!missing.isEmpty()) {
            for (Initiative read : dao.all(List.copyOf(missing.keySet()), caller)) {
                records.put(read.id(), read);
                InitiativeDao.Stamp stamp = missing.get(read.id());
                if (stamp != null) recent.put(read.id(), new Read(stamp, read));
            }
        }
        List<Initiative> page = new ArrayList<>();
        for (InitiativeDao.Stamp stamp : stamps) {
            Initiative record = records.get(stamp.id());
            if (record != null) page.add(record);
        }
        return page;
    }

    private @Nullable Initiative known(InitiativeDao.Stamp now) {
        Read read = recent.getIfPresent(now.id());
        return read != null && read.stamp().equals(now) ? read.record() : null;
    }
}
