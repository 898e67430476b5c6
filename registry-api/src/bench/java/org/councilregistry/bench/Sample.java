package org.councilregistry.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What one round has shown.
 *
 * @param perSecond calls a second, all connections together
 * @param p50 milliseconds that half of the calls stayed below
 * @param p99 milliseconds that 99 of 100 calls stayed below
 * @param ownShare how much of both processors the bench's own process took, from 0 to 1
 * @param refused what was said of calls that were not answered as they should be
 */
record Sample(double perSecond, double p50, double p99, double ownShare, List<String> refused) {
    static Sample of(long[] nanos, double seconds, double ownShare, List<String> refused) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Sample(sorted.length / seconds, at(sorted, 0.50), at(sorted, 0.99), ownShare, refused);
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) return Double.NaN;
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }
}
