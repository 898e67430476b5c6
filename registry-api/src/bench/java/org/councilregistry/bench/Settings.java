package org.councilregistry.bench;

import java.util.Arrays;
import java.util.List;

/**
 * On how much the bench measures, and how long.
 *
 * @param rounds how often each call is measured, in turns with its ceiling
 * @param seconds how long each time
 * @param warmUp seconds of mixed load before the first round
 * @param sizes how many initiatives there are: first, and after the registry has grown
 * @param meanings whether overlap by meaning is measured, too
 * @param arrivals how many new records are read by the model and compared
 * @param only the one part that is measured, {@code limits}; all where none is named
 */
record Settings(
        int rounds, double seconds, double warmUp, List<Integer> sizes, boolean meanings, int arrivals, String only) {
    /** The system properties {@code bench.rounds}, {@code .seconds}, {@code .warmUp}, {@code .sizes} and so on. */
    static Settings ofProperties() {
        List<Integer> sizes = Arrays.stream(
                        System.getProperty("bench.sizes", "10000,100000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        return new Settings(
                Integer.getInteger("bench.rounds", 5),
                Double.parseDouble(System.getProperty("bench.seconds", "3")),
                Double.parseDouble(System.getProperty("bench.warmUp", "45")),
                sizes,
                !System.getProperty("bench.meanings", "true").equals("false"),
                Integer.getInteger("bench.arrivals", 400),
                System.getProperty("bench.only", ""));
    }

    /** How many initiatives there are at first. */
    int small() {
        return sizes.get(0);
    }

    /** How many there are after the registry has grown; 0 where that is not measured. */
    int large() {
        return sizes.size() > 1 ? sizes.get(1) : 0;
    }
}
