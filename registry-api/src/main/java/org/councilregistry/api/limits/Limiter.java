package org.councilregistry.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Working;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls. Each node lets calls through by what it knows and settles with the database once a second, so that all nodes
 * together give about what one would; while the database does not answer, each node counts for itself.
 */
public final class Limiter implements Working {
    private static final long EVERY = 1_000;
    private static final int FORGET_EVERY = 600;

    private final LimitDao dao;
    private final Background background = new Background("limits", this::turn);
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();
    private int turns;

    /** Settles with this database. */
    public Limiter(Databases databases) {
        this.dao = databases.read(LimitDao.class);
    }

    @Override
    public Background background() {
        return background;
    }

    /** The bucket of a caller. */
    Bucket bucket(Limit limit, String caller) {
        return buckets.get(limit.name() + " " + caller, name -> new Bucket(limit, now()));
    }

    static long now() {
        return System.nanoTime();
    }

    private void turn() throws InterruptedException {
        background.await(EVERY);
        settle();
        if (++turns % FORGET_EVERY == 0) dao.forget();
    }

    private void settle() {
        List<String> names = new ArrayList<>();
        List<Double> used = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> bursts = new ArrayList<>();
        Map<String, Bucket> settled = new HashMap<>();
        for (Map.Entry<String, Bucket> entry : buckets.asMap().entrySet()) {
            Bucket bucket = entry.getValue();
            double taken = bucket.settle();
            if (taken == 0) continue;
            settled.put(entry.getKey(), bucket);
            names.add(entry.getKey());
            used.add(taken);
            rates.add(bucket.limit().perSecond());
            bursts.add((double) bucket.limit().burst());
        }
        if (names.isEmpty()) return;
        for (LimitDao.Left left : dao.take(names, used, rates, bursts)) {
            @Nullable Bucket bucket = settled.get(left.name());
            if (bucket != null) bucket.known(left.tokens(), now());
        }
    }
}
