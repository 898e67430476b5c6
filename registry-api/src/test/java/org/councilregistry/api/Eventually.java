package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what the service does in the background. */
public final class Eventually {
    private Eventually() {}

    /** Waits until it is so; a test that waits longer than this fails. */
    public static void until(Duration most, BooleanSupplier done) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            pause();
        }
    }

    /** Leaves the processor to what is waited for. */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
