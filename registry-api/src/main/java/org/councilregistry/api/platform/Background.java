package org.councilregistry.api.platform;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on beside the requests, in a thread of its own, turn by turn until the service stops. A turn that fails is
 * tried again after a rest. It is never interrupted: Lucene would lose its lock, and with it the index.
 */
public final class Background implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long REST = 500;
    private static final long PATIENCE = 10_000;

    private final String name;
    private final Turn turn;
    private final Thread thread;
    private final Semaphore wakened = new Semaphore(0);
    private volatile boolean running = true;

    /** One turn of the work; it waits a second at most where there is nothing to do. */
    public interface Turn {
        /** Takes the turn. */
        void take() throws IOException, InterruptedException;
    }

    /** Work with this name, turn by turn. */
    public Background(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
        this.thread = new Thread(this::run, name);
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
        thread.join(PATIENCE);
    }

    /** Lets a turn that waits for something to do look again at once. */
    public void wake() {
        wakened.release();
    }

    /** Waits in a turn until somebody wakes the work, at most so many milliseconds. */
    public void await(long millis) throws InterruptedException {
        wakened.tryAcquire(millis, TimeUnit.MILLISECONDS);
        wakened.drainPermits();
    }

    /** Whether the work is to go on; a turn of many steps ends early where it is not. */
    public boolean running() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                turn.take();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                if (!running) return;
                LOG.warn("{} fell behind and will try again: {}", name, e.toString());
                rest();
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
