package org.councilregistry.api.search;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.councilregistry.api.events.Sealer;
import org.councilregistry.api.platform.Databases;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the events and keeps this node's index up to date; builds it anew where it is not of this database. */
public final class SearchProjection implements Managed, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchProjection.class);
    private static final Set<String> NOUNS = Set.of("initiative", "component", "organisation");
    private static final int BATCH = 500;
    private static final long COMMIT_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final Databases databases;
    private final SearchDao dao;
    private final SearchIndex index;
    private final Sealer sealer;
    private final Thread thread = new Thread(this, "search-projection");
    private volatile boolean running = true;
    private SearchDao.Place place = new SearchDao.Place(0, new byte[0]);
    private SearchDao.Place committed = place;
    private long committedAt = System.nanoTime();

    /** Keeps this index up to date with this database. */
    public SearchProjection(Databases databases, SearchIndex index, Sealer sealer) {
        this.databases = databases;
        this.dao = databases.read(SearchDao.class);
        this.index = index;
        this.sealer = sealer;
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws Exception {
        // not interrupted: Lucene would lose its lock and with it the index
        running = false;
        thread.join(10_000);
        if (index.ready()) index.commit(place);
    }

    @Override
    public void run() {
        while (running) {
            try {
                begin();
                while (running) follow();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.warn("the search index fell behind and will try again: {}", e.toString());
                rest();
            }
        }
    }

    private void begin() throws IOException {
        Optional<SearchDao.Place> kept = index.place();
        boolean ours = kept.isPresent()
                && (kept.get().position() == 0
                        || dao.place(kept.get().position())
                                .filter(p -> Arrays.equals(p.hash(), kept.get().hash()))
                                .isPresent());
        if (ours) {
            place = kept.get();
            committed = place;
        } else {
            build();
        }
    }

    /** Builds the index from one snapshot of the tables, and follows from the place that belongs to it. */
    public void build() throws IOException {
        LOG.info("building the search index");
        place = databases.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, tx -> {
            SearchDao snapshot = tx.attach(SearchDao.class);
            SearchDao.Place head = snapshot.head().orElse(new SearchDao.Place(0, new byte[0]));
            try (Stream<SearchDao.Entry> all = snapshot.all()) {
                index.fill(all);
            }
            return head;
        });
        commit();
    }

    /**
     * Builds the index anew, for a command: at once, or by the service that runs on the same data folder.
     *
     * @param progress is told how far it has come
     */
    public void rebuild(Consumer<String> progress) throws IOException, InterruptedException {
        if (index.open()) {
            try {
                build();
            } finally {
                index.stop();
            }
            return;
        }
        Files.writeString(index.rebuildMark(), "");
        for (int second = 1; Files.exists(index.rebuildMark()); second++) {
            if (second % 2 == 0) progress.accept("the running service is building its index: " + second + " s");
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void follow() throws IOException, InterruptedException {
        List<SearchDao.Changed> changes = dao.changes(place.position(), BATCH);
        for (SearchDao.Changed change : changes) {
            if (NOUNS.contains(change.type())) index.follow(change.type(), change.id(), change.version());
            place = new SearchDao.Place(change.position(), change.hash());
        }
        boolean behind = changes.size() == BATCH;
        if (!behind) index.ready(true);
        boolean due = System.nanoTime() - committedAt > COMMIT_EVERY || behind;
        if (due && place.position() != committed.position()) commit();
        if (Files.exists(index.rebuildMark())) {
            build();
            Files.deleteIfExists(index.rebuildMark());
        }
        if (!behind) sealer.await(place.position(), 1_000);
    }

    private void commit() throws IOException {
        index.commit(place);
        committed = place;
        committedAt = System.nanoTime();
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
