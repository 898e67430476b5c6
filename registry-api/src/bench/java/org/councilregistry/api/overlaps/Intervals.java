package org.councilregistry.api.overlaps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How far the figures of a run may be off by the choice of queries: 95 % intervals of a bootstrap over queries, for the run
 * and, query by query, for its difference from another.
 */
final class Intervals {
    private static final int RESAMPLES = 5_000;
    private static final int DEPTH = 10;
    private static final double FLAG = 2;
    private static final double[] GAINS = {0, 1, 3};

    private final Labelled data;

    Intervals(Labelled data) {
        this.data = data;
    }

    /** What a run answers to one query: sums that the figures are made of. */
    private record Answered(int overlaps, double reciprocal, double gain, int found, int flagged, int rightly) {}

    private record Scored(int record, double score) {}

    /** A figure over answers; compared with another run's where that has it, too. */
    private record Figure(String label, boolean compared, ToDoubleFunction<List<Answered>> of) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("nDCG@10", true, all -> mean(all, Answered::gain)),
            new Figure("recall@10", true, all -> mean(all, a -> (double) a.found() / a.overlaps())),
            new Figure("MRR", true, all -> mean(all, Answered::reciprocal)),
            new Figure(
                    "flag precision",
                    false,
                    all -> sum(all, Answered::rightly) / Math.max(1, sum(all, Answered::flagged))),
            new Figure("flag recall", false, all -> sum(all, Answered::rightly) / sum(all, Answered::overlaps)),
            new Figure("no-overlap flagged", false, Intervals::alarms));

    private static double sum(List<Answered> all, ToDoubleFunction<Answered> part) {
        return all.stream().mapToDouble(part).sum();
    }

    /** Over the queries that overlap with something. */
    private static double mean(List<Answered> all, ToDoubleFunction<Answered> part) {
        return all.stream()
                .filter(a -> a.overlaps() > 0)
                .mapToDouble(part)
                .average()
                .orElse(0);
    }

    private static double alarms(List<Answered> all) {
        return all.stream()
                .filter(a -> a.overlaps() == 0)
                .mapToDouble(a -> a.flagged() > 0 ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Prints the intervals of a run, and of what it is better by than another. */
    void print(String name, Path run, Path other) throws IOException {
        List<Answered> mine = answered(run);
        List<Answered> theirs = answered(other);
        System.out.println("\n" + name + ": 95 % intervals over " + mine.size() + " queries; difference from "
                + other.getFileName());
        Random random = new Random(1);
        double[][] values = new double[FIGURES.size()][RESAMPLES];
        double[][] differences = new double[FIGURES.size()][RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = random.ints(mine.size(), 0, mine.size()).toArray();
            List<Answered> a = drawn(mine, drawn);
            List<Answered> b = drawn(theirs, drawn);
            for (int f = 0; f < FIGURES.size(); f++) {
                values[f][i] = FIGURES.get(f).of().applyAsDouble(a);
                differences[f][i] = values[f][i] - FIGURES.get(f).of().applyAsDouble(b);
            }
        }
        for (int f = 0; f < FIGURES.size(); f++) {
            Figure figure = FIGURES.get(f);
            double value = figure.of().applyAsDouble(mine);
            System.out.printf(Locale.ROOT, "%-20s %.3f %s", figure.label(), value, interval(values[f]));
            // flags are given by bands, which the other run has not
            if (figure.compared()) {
                double difference = value - figure.of().applyAsDouble(theirs);
                System.out.printf(Locale.ROOT, "   difference %+.3f %s", difference, interval(differences[f]));
            }
            System.out.println();
        }
    }

    private static List<Answered> drawn(List<Answered> all, int[] places) {
        List<Answered> drawn = new ArrayList<>(places.length);
        for (int place : places) drawn.add(all.get(place));
        return drawn;
    }

    private static String interval(double[] values) {
        Arrays.sort(values);
        return String.format(
                Locale.ROOT, "[%.3f, %.3f]", values[RESAMPLES / 40], values[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private List<Answered> answered(Path run) throws IOException {
        Map<Integer, List<Scored>> ranked = new HashMap<>();
        for (String line : Files.readAllLines(run)) {
            String[] cells = line.split("\t", 3);
            Integer query = data.places.get(cells[0]);
            Integer record = data.places.get(cells[1]);
            if (query == null || record == null || query.equals(record) || data.sameOwner(query, record)) continue;
            ranked.computeIfAbsent(query, q -> new ArrayList<>()).add(new Scored(record, Double.parseDouble(cells[2])));
        }
        Comparator<Scored> best = Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(s -> data.items.get(s.record()).id());
        List<Answered> answered = new ArrayList<>();
        data.grades.forEach((query, grades) -> {
            List<Scored> of = ranked.getOrDefault(query, List.of());
            answered.add(answered(grades, of.stream().sorted(best).toList()));
        });
        return answered;
    }

    private static Answered answered(Map<Integer, Integer> grades, List<Scored> ranked) {
        int overlaps = (int) grades.values().stream().filter(g -> g == 2).count();
        double reciprocal = 0;
        double gain = 0;
        int found = 0;
        int flagged = 0;
        int rightly = 0;
        for (int i = 0; i < ranked.size(); i++) {
            int grade = grades.getOrDefault(ranked.get(i).record(), 0);
            if (grade == 2 && reciprocal == 0) reciprocal = 1.0 / (i + 1);
            if (i < DEPTH) gain += GAINS[grade] / log2(i + 2);
            if (i < DEPTH && grade == 2) found++;
            if (ranked.get(i).score() >= FLAG) {
                flagged++;
                if (grade == 2) rightly++;
            }
        }
        double ideal = ideal(grades);
        return new Answered(overlaps, reciprocal, ideal > 0 ? gain / ideal : 0, found, flagged, rightly);
    }

    private static double ideal(Map<Integer, Integer> grades) {
        List<Integer> best = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) ideal += GAINS[best.get(i)] / log2(i + 2);
        return ideal;
    }

    private static double log2(int x) {
        return Math.log(x) / Math.log(2);
    }
}
