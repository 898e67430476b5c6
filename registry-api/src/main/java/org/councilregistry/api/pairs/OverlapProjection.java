package org.councilregistry.api.pairs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.councilregistry.api.events.ChainDao;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.events.Sealer;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Working;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the events and keeps the pairs of the whole database. What changed goes into a queue, in one transaction with the
 * place up to which the events were followed; from there every node takes its share, what is newest first.
 */
public final class OverlapProjection implements Working {
    private static final Logger LOG = LoggerFactory.getLogger(OverlapProjection.class);
    private static final int BATCH = 500;
    private static final int AT_ONCE = 20;

    private final Databases databases;
    private final PairUpdateDao dao;
    private final ChainDao chain;
    private final Sealer sealer;
    private final BooleanSupplier ready;
    private final Met proposals;
    private final PairKeeper keeper;
    private final String detector;
    private final Background background = new Background("overlaps", this::turn);
    private boolean begun;
    /** The last event that this node's proposals have met. */
    private long met;

    private @Nullable UUID comparing;

    /**
     * What the projection works with.
     *
     * @param ready whether everything registered can be proposed
     * @param met takes over what changed, so that it can be proposed: a pair would be missed for good if the older of the
     *     two were not there yet when the younger is compared
     */
    public record Parts(
            Databases databases,
            EventService events,
            Sealer sealer,
            PairFinder finder,
            BooleanSupplier ready,
            Met met) {}

    /** Is told of what changed, before it is compared, so that it can be proposed to others. */
    public interface Met {
        /** Initiatives and other records; after this call they can be proposed. */
        void changed(List<ChainDao.Changed> changes);
    }

    /** Keeps the pairs of this database. */
    public OverlapProjection(Parts parts) {
        databases = parts.databases();
        dao = databases.read(PairUpdateDao.class);
        chain = databases.read(ChainDao.class);
        sealer = parts.sealer();
        ready = parts.ready();
        proposals = parts.met();
        detector = parts.finder().detector();
        keeper = new PairKeeper(parts.finder(), parts.events());
    }

    @Override
    public Background background() {
        return background;
    }

    /** Takes a step; after a failure it looks first where the database stands. */
    private void turn() throws InterruptedException {
        boolean going = begun;
        begun = false;
        if (!going) begin();
        step();
        begun = true;
    }

    /** Goes on where the database says, or compares everything again where that place is not of this chain of events. */
    private void begin() {
        comparing = null;
        long place = databases.inTransaction(tx -> {
            PairUpdateDao own = tx.attach(PairUpdateDao.class);
            Optional<ChainDao.Place> kept = own.place();
            ChainDao events = tx.attach(ChainDao.class);
            boolean newRules = own.rules(detector) > 0;
            if (kept.isPresent() && events.ours(kept.get()) && !newRules) {
                return kept.get().position();
            }
            ChainDao.Place head = events.head().orElse(ChainDao.Place.START);
            own.place(head);
            own.rules(detector);
            int all = own.queueAll();
            if (all > 0) LOG.info("comparing {} initiatives with each other", all);
            return head.position();
        });
        // the proposals may have been opened a little behind the place: what they know already costs nothing
        met = Math.max(0, place - BATCH);
    }

    private void step() throws InterruptedException {
        if (!ready.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(100);
            return;
        }
        boolean moved = follow();
        int done = 0;
        while (background.running() && done < AT_ONCE && compareNext()) done++;
        if (!moved && done == 0) sealer.await(met, 1_000);
    }

    /** Takes over what changed; false where nothing did. */
    private boolean follow() {
        List<ChainDao.Changed> changes = chain.changes(met, BATCH);
        if (changes.isEmpty()) return false;
        proposals.changed(changes);
        ChainDao.Changed last = changes.get(changes.size() - 1);
        databases.inTransaction(tx -> queue(tx, changes, last));
        met = last.position();
        return true;
    }

    private static boolean queue(Handle tx, List<ChainDao.Changed> changes, ChainDao.Changed last) {
        PairUpdateDao own = tx.attach(PairUpdateDao.class);
        long place = own.place().map(ChainDao.Place::position).orElse(0L);
        if (place >= last.position()) return false;
        List<UUID> ids = changes.stream()
                .filter(c -> c.position() > place && c.type().equals("initiative") && !c.ofDraft())
                .map(ChainDao.Changed::id)
                .distinct()
                .toList();
        if (!ids.isEmpty()) own.queue(ids, last.position());
        own.place(last.place());
        return true;
    }

    private boolean compareNext() {
        try {
            boolean any = databases.inTransaction(this::compareNext);
            comparing = null;
            return any;
        } catch (RuntimeException e) {
            UUID failed = comparing;
            if (failed != null && background.running()) {
                databases.inTransaction(tx -> {
                    tx.attach(PairUpdateDao.class).demote(failed);
                    return failed;
                });
            }
            throw e;
        }
    }

    private boolean compareNext(Handle tx) {
        Optional<UUID> next = tx.attach(PairUpdateDao.class).next(met);
        comparing = next.orElse(null);
        next.ifPresent(id -> keeper.compare(tx, id));
        return next.isPresent();
    }

    /** Lets everything be compared again; what comes out the same is left as it is. Returns how many initiatives wait. */
    public int again() {
        return databases.inTransaction(tx -> tx.attach(PairUpdateDao.class).queueAll());
    }

    /** Lets these be compared again. */
    public static void again(Handle tx, List<UUID> initiatives) {
        tx.attach(PairUpdateDao.class).queue(initiatives);
    }

    /** How many initiatives wait to be compared. */
    public long waiting() {
        return dao.waiting();
    }
}
