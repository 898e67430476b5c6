package org.councilregistry.api.search;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.councilregistry.api.events.ChainDao;
import org.councilregistry.api.events.Sealer;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Databases;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the events and keeps this node's index up to date; builds it anew where it is not of this database. */
public final class SearchProjection implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(SearchProjection.class);
    private static final int BATCH = 500;
    private static final long COMMIT_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final Databases databases;
    private final ChainDao chain;
    private final SearchIndex index;
    private final Sealer sealer;
    private final Background background = new Background("the search index", this::turn);
    private boolean begun;
    private ChainDao.Place place = ChainDao.Place.START;
    private ChainDao.Place committed = place;
    private long committedAt = System.nanoTime();

    /** Keeps this index up to date with this database. */
    public SearchProjection(Databases databases, SearchIndex index, Sealer sealer) {
        this.databases = databases;
        this.chain = databases.read(ChainDao.class);
        this.index = index;
        this.sealer = sealer;
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() throws Exception {
        background.stop();
        if (index.ready()) index.commit(place);
    }

    /** Follows; after a failure it looks first where it stands. */
    private void turn() throws IOException, InterruptedException {
        boolean going = begun;
        begun = false;
        if (!going) begin();
        follow();
        begun = true;
    }

    private void begin() throws IOException {
        Optional<ChainDao.Place> kept = index.place();
        if (kept.isPresent() && chain.ours(kept.get())) {
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
            ChainDao.Place head = tx.attach(ChainDao.class).head().orElse(ChainDao.Place.START);
            try (Stream<SearchDao.Entry> all = tx.attach(SearchDao.class).all()) {
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
        List<ChainDao.Changed> changes = chain.changes(place.position(), BATCH);
        index.follow(changes);
        if (!changes.isEmpty()) place = changes.get(changes.size() - 1).place();
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
}
