package org.councilregistry.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Targets that are measured in turns, so that what is compared stands side by side. */
final class Rounds {
    private static final Set<String> CEILINGS = Set.of("thin", "raw", "lucene");

    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, List<Double>> settled = new LinkedHashMap<>();

    /** What is done after a target was measured, before the next one is. */
    interface Between {
        void settle() throws Exception;
    }

    void add(String name, Target target) {
        targets.put(name, target);
        samples.put(name, new ArrayList<>());
        settled.put(name, new ArrayList<>());
    }

    /**
     * Calls all targets in turns for so long together, and measures nothing. What is measured is compiled code: the service
     * has much of it, the ceilings have little, and need a tenth of its time.
     */
    void warmUp(double seconds, Between between) throws Exception {
        double parts = targets.keySet().stream().mapToDouble(Rounds::part).sum();
        for (int turn = 0; turn < 2; turn++) {
            for (Map.Entry<String, Target> target : targets.entrySet()) {
                Load.on(target.getValue(), seconds / 2 * part(target.getKey()) / parts);
                between.settle();
            }
        }
    }

    private static double part(String name) {
        return CEILINGS.contains(name.split(" ", -1)[0]) ? 0.1 : 1;
    }

    /** Measures all targets once; every other round in the opposite order. */
    void round(int number, double seconds, Between between) throws Exception {
        List<String> order = new ArrayList<>(targets.keySet());
        if (number % 2 == 1) Collections.reverse(order);
        for (String name : order) {
            of(name).add(Load.on(target(name), seconds));
            long ended = System.nanoTime();
            between.settle();
            Objects.requireNonNull(settled.get(name), name).add((System.nanoTime() - ended) / 1e9);
        }
    }

    private Target target(String name) {
        return Objects.requireNonNull(targets.get(name), name);
    }

    List<Sample> of(String name) {
        return Objects.requireNonNull(samples.get(name), name);
    }

    /** Seconds until nothing was left to be done in the background after a target was called. */
    Range settled(String name) {
        return Range.of(Objects.requireNonNull(settled.get(name), name));
    }

    /** What was said of calls of a target that were not answered as they should be. */
    List<String> refused(String name) {
        return of(name).stream().flatMap(s -> s.refused().stream()).toList();
    }

    /** How a target compares with another, round by round. */
    Range ratio(String one, String other, ToDoubleFunction<Sample> by) {
        return each(round -> by.applyAsDouble(of(one).get(round))
                / by.applyAsDouble(of(other).get(round)));
    }

    /** A figure of every round. */
    Range each(Function<Integer, Double> figure) {
        List<Double> figures = new ArrayList<>();
        int rounds = samples.values().iterator().next().size();
        for (int round = 0; round < rounds; round++) figures.add(figure.apply(round));
        return Range.of(figures);
    }

    /** A figure of a target over all rounds. */
    Range of(String name, ToDoubleFunction<Sample> by) {
        return each(round -> by.applyAsDouble(of(name).get(round)));
    }

    /** A target's figures for people: how many calls a second, and how long half and nearly all of them took. */
    String shown(String name) {
        return String.format(
                "%,.0f/s, p50 %.2f, p99 %.1f ms",
                of(name, Sample::perSecond).median(),
                of(name, Sample::p50).median(),
                of(name, Sample::p99).median());
    }

    /** The largest share of the machine that the bench itself took while a target was called over HTTP. */
    double ownShare(List<String> names) {
        return names.stream()
                .mapToDouble(name -> of(name, Sample::ownShare).median())
                .max()
                .orElse(0);
    }
}
