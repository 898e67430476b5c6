package org.councilregistry.api.events;

import io.dropwizard.lifecycle.Managed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.councilregistry.api.platform.Databases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed events their position: 1, 2, 3 and so on, without gaps. Any node may do it, one at a time; this node's
 * own writes wake it within 10 ms, others' are seen within 200 ms.
 */
public final class Sealer implements Managed, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 500;
    private static final long PAUSE = 200;
    private static final long BREATH = 10;

    private final Databases databases;
    private final SealDao dao;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final Condition sealed = lock.newCondition();
    private final Thread thread = new Thread(this, "sealer");
    private boolean pending;
    private volatile boolean running = true;
    private volatile boolean dismissed;
    private volatile long head;

    /** Seals the events of this database. */
    public Sealer(Databases databases) {
        this.databases = databases;
        this.dao = databases.read(SealDao.class);
        databases.afterWrite(this::wake);
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        running = false;
        wake();
        thread.join(5_000);
        letGo();
    }

    /** The last position that this node knows of. */
    public long head() {
        return head;
    }

    /** Waits until there is an event behind this position, at most so long; returns the last position then. */
    public long await(long after, long millis) throws InterruptedException {
        return await(after, millis, () -> running);
    }

    /** Waits likewise for a reader of the feed; false where the service is about to stop, and does not keep her waiting. */
    public boolean listen(long after, long millis) throws InterruptedException {
        await(after, millis, () -> running && !dismissed);
        return !dismissed;
    }

    private long await(long after, long millis, BooleanSupplier going) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            while (head <= after && nanos > 0 && going.getAsBoolean()) nanos = sealed.awaitNanos(nanos);
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Lets readers go who wait for events: the service is about to stop. */
    public void dismiss() {
        dismissed = true;
        letGo();
    }

    @Override
    public void run() {
        while (running) {
            try {
                boolean more = sealBatch() == BATCH;
                announce();
                if (!more) pause();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                LOG.warn("events could not be sealed, will try again: {}", e.toString());
                rest();
            }
        }
    }

    /** Seals what is committed; returns how many events that were. */
    int sealBatch() {
        if (!dao.anyWaiting()) return 0;
        return databases.jdbi().inTransaction(tx -> {
            SealDao seals = tx.attach(SealDao.class);
            if (!seals.lock()) return 0;
            seals.byIndexOnly();
            List<Chain.Link> waiting = seals.waiting(BATCH);
            SealDao.Seal last = seals.last().orElse(new SealDao.Seal(0, 0, Chain.START));
            List<SealDao.Seal> added = new ArrayList<>(waiting.size());
            for (Chain.Link event : waiting) {
                last = new SealDao.Seal(
                        last.position() + 1, event.seq(), Chain.next(last.hash(), last.position() + 1, event));
                added.add(last);
            }
            seals.insert(added);
            seals.remove(waiting.stream().mapToLong(Chain.Link::seq).toArray());
            return added.size();
        });
    }

    private void announce() {
        head = dao.last().map(SealDao.Seal::position).orElse(0L);
        letGo();
    }

    /** Lets whoever waits look at what is so now. */
    private void letGo() {
        lock.lock();
        try {
            sealed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            pending = true;
            written.signal();
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(PAUSE);
            while (!pending && left > 0) left = written.awaitNanos(left);
            if (pending) breathe();
            pending = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a burst of writes come together: sealing them one by one costs each of them a commit. */
    private void breathe() throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(BREATH);
        while (left > 0 && running) left = written.awaitNanos(left);
    }

    private void rest() {
        try {
            pause();
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
