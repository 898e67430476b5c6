package org.councilregistry.api.overlaps;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where one band ends and the next begins. */
final class Bands {
    /** How often "the same" must be right, and "very much alike". */
    private static final double SAME = 0.75;

    private static final double CLOSE = 0.66;
    /** How many queries without any overlap may be told of a close one. */
    private static final double ALARMS = 0.13;
    /** How many of a query's records are worth a look, on the average. */
    private static final double WORTH_A_LOOK = 17;

    private Bands() {}

    /** A pair, its log-odds, and how it was labelled. */
    record Scored(int query, double odds, int grade) {}

    /** The log-odds from which pairs are the same, close and related. */
    static double[] of(List<Scored> all, boolean full) {
        List<Scored> falling = all.stream()
                .sorted(Comparator.comparingDouble(Scored::odds).reversed())
                .toList();
        Set<Integer> queries = new HashSet<>();
        Set<Integer> overlapping = new HashSet<>();
        for (Scored one : all) {
            queries.add(one.query());
            if (one.grade() == 2) overlapping.add(one.query());
        }
        double same = falling.get(0).odds();
        double close = same;
        Set<Integer> alarmed = new HashSet<>();
        int right = 0;
        for (int i = 0; i < falling.size(); i++) {
            Scored one = falling.get(i);
            if (one.grade() == 2) right++;
            if (!overlapping.contains(one.query())) alarmed.add(one.query());
            double precision = right / (i + 1.0);
            double alarms = alarmed.size() / Math.max(1.0, queries.size() - overlapping.size());
            if (precision >= SAME && i >= 20) same = one.odds();
            if (precision >= CLOSE && alarms <= ALARMS) close = one.odds();
        }
        int look = (int) Math.min(falling.size() - 1, WORTH_A_LOOK * queries.size());
        return new double[] {
            Math.max(same, close), close, Math.min(close, falling.get(look).odds())
        };
    }
}
