package org.councilregistry.api.meanings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Working;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes the meanings that are wanted, the newest first, shared among all nodes; and keeps this node's index complete. */
public final class MeaningWorker implements Working {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningWorker.class);
    private static final int BATCH = 8;
    private static final long PAUSE = 500;

    private final Parts parts;
    private final Databases databases;
    private final MeaningDao dao;
    private final Embedder embedder;
    private final MeaningIndex index;
    private final Background background = new Background("meanings", this::turn);
    private volatile boolean loaded;
    private volatile boolean renewing;
    /** Everything that was stored before this has been taken over, but for what commits late. */
    private Instant takenOver = Instant.EPOCH;

    private long refreshedAt = System.nanoTime();
    private long done;
    private long toldAt = System.nanoTime();

    /**
     * What the worker works with.
     *
     * @param reading names by what centre and kinds of work meanings are read; those read by others are read again
     * @param index what it keeps complete
     * @param compared gives what of a text is compared, as it is now
     * @param learnt is told of those whose meaning another node has computed, when this node knows it
     */
    public record Parts(
            Databases databases,
            Embedder embedder,
            KindsOfWork kinds,
            String reading,
            MeaningIndex index,
            Supplier<UnaryOperator<ComparedText>> compared,
            Consumer<List<UUID>> learnt) {}

    /** Computes by these. */
    public MeaningWorker(Parts parts) {
        this.parts = parts;
        this.databases = parts.databases();
        this.dao = databases.read(MeaningDao.class);
        this.embedder = parts.embedder();
        this.index = parts.index();
        databases.afterWrite(background::wake);
    }

    @Override
    public Background background() {
        return background;
    }

    /** Whether this node knows every meaning that has been computed. */
    public boolean loaded() {
        return loaded;
    }

    /** Whether what was read by another model or in another way is being read again. */
    public boolean renewing() {
        return renewing;
    }

    /** How many meanings are still to be computed. */
    public long waiting() {
        return dao.waiting();
    }

    private void turn() throws InterruptedException {
        if (!loaded) load();
        if (batch() > 0) {
            tell();
            return;
        }
        if (renewing && dao.outdated(Embedder.MODEL, parts.reading()) == 0) renewing = false;
        if (System.nanoTime() - refreshedAt >= TimeUnit.MILLISECONDS.toNanos(PAUSE)) refresh();
        background.await(PAUSE);
    }

    private void load() {
        dao.enqueueMissing(Embedder.MODEL, parts.reading());
        renewing = dao.outdated(Embedder.MODEL, parts.reading()) > 0;
        Instant now = dao.now();
        try (Handle handle = databases.jdbi().open()) {
            handle.begin();
            try (Stream<MeaningDao.Kept> all = handle.attach(MeaningDao.class).all(Embedder.MODEL)) {
                all.forEach(this::take);
            }
            handle.commit();
        }
        takenOver = now;
        loaded = true;
    }

    /** What other nodes have computed meanwhile; looked for some seconds back, because they commit in no order. */
    private void refresh() {
        Instant now = dao.now();
        List<UUID> news = new ArrayList<>();
        for (MeaningDao.Kept kept : dao.since(Embedder.MODEL, takenOver.minusSeconds(5))) {
            if (take(kept)) news.add(kept.initiativeId());
        }
        // whoever was compared here meanwhile was not compared with these
        if (!news.isEmpty()) parts.learnt().accept(news);
        takenOver = now;
        refreshedAt = System.nanoTime();
    }

    private boolean take(MeaningDao.Kept kept) {
        KindsOfWork.Nearness near = KindsOfWork.Nearness.of(kept.kinds());
        return index.put(kept.initiativeId(), Vectors.floats(kept.whole()), near, kept.textHash());
    }

    /** Computes some meanings; returns how many there were. */
    private int batch() {
        if (!dao.anyWaiting()) return 0;
        UnaryOperator<ComparedText> compared = parts.compared().get();
        List<MeaningDao.Wanted> wanted = databases.jdbi().inTransaction(tx -> {
            MeaningDao own = tx.attach(MeaningDao.class);
            List<MeaningDao.Wanted> taken = own.take(BATCH, Embedder.MODEL, parts.reading());
            List<UUID> gone = new ArrayList<>();
            for (MeaningDao.Wanted one : taken) {
                ComparedText text = compared.apply(text(one));
                if (one.published() && text.says()) compute(own, one, text);
                else gone.add(one.id());
            }
            own.remove(gone);
            gone.forEach(index::remove);
            own.done(taken.stream().map(MeaningDao.Wanted::place).toList());
            return taken;
        });
        done += wanted.size();
        return wanted.size();
    }

    private void tell() {
        if (System.nanoTime() - toldAt < TimeUnit.SECONDS.toNanos(5)) return;
        toldAt = System.nanoTime();
        LOG.info("meanings: {} computed, {} to go", done, waiting());
    }

    private void compute(MeaningDao own, MeaningDao.Wanted wanted, ComparedText text) {
        String hash = text.hash();
        if (hash.equals(wanted.knownHash())) return;
        Meaning meaning = embedder.of(text.whole());
        MeaningIndex.Known known = index.known(meaning.whole(), parts.kinds());
        own.put(new MeaningDao.Row(
                wanted.id(),
                Embedder.MODEL,
                parts.reading(),
                hash,
                Vectors.bytes(meaning.whole()),
                Sentence.bytes(index.sentences(meaning)),
                known.kinds().bytes()));
        index.put(wanted.id(), known, hash);
    }

    private static ComparedText text(MeaningDao.Wanted w) {
        return ComparedText.of(
                w.title(),
                w.summary(),
                w.department(),
                ComparedText.labels(w.technologies(), w.systems()),
                Arrays.asList(w.problem(), w.users(), w.approach()));
    }
}
