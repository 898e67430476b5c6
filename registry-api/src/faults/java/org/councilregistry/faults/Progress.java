package org.councilregistry.faults;

/** Says on the error stream how far the faults have come. */
final class Progress {
    private static final long BEGUN = System.nanoTime();

    private Progress() {}

    static void say(String what) {
        long seconds = (System.nanoTime() - BEGUN) / 1_000_000_000;
        System.err.printf("faults %2d:%02d  %s%n", seconds / 60, seconds % 60, what);
    }
}
