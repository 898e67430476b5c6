package org.councilregistry.bench;

import java.util.List;

/**
 * What several rounds have shown.
 *
 * @param median the middle one
 * @param low the lowest
 * @param high the highest
 */
record Range(double median, double low, double high) {
    static Range of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Range(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** The median with the range, to so many digits behind the point. */
    String shown(int digits) {
        String number = "%." + digits + "f";
        return String.format(number + " (" + number + " to " + number + ")", median, low, high);
    }
}
