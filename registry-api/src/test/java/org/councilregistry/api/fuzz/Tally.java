package org.councilregistry.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many requests were sent to which operation, what became of them, and what was found. Thread-safe. */
final class Tally {
    /** With so many findings there is no need to look for more. */
    private static final int ENOUGH = 20;

    private final Map<String, int[]> answers = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private int requests;

    synchronized void answered(Operation operation, int status) {
        requests++;
        answers.computeIfAbsent(operation.toString(), o -> new int[6])[status / 100]++;
    }

    synchronized void found(List<String> what) {
        findings.addAll(what);
    }

    synchronized boolean enough() {
        return findings.size() >= ENOUGH;
    }

    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    /** Operations of which every answer was a refusal: what lies behind was not reached. */
    synchronized List<String> neverReached() {
        return answers.entrySet().stream()
                .filter(e -> e.getValue()[2] + e.getValue()[3] == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How far it has come, in one line. */
    synchronized String line() {
        int[] all = new int[6];
        for (int[] some : answers.values()) {
            for (int i = 0; i < all.length; i++) all[i] += some[i];
        }
        return String.format(
                "%,d requests: %,d of 2xx, %,d of 3xx, %,d of 4xx, %,d of 5xx; findings: %d",
                requests, all[2], all[3], all[4], all[5], findings.size());
    }

    /** Everything as a Markdown table. */
    synchronized String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| operation | requests | 2xx | 3xx | 4xx | 5xx |");
        lines.add("|---|---|---|---|---|---|");
        answers.forEach((operation, by) -> lines.add(String.format(
                "| %s | %,d | %,d | %,d | %,d | %,d |",
                operation, by[2] + by[3] + by[4] + by[5], by[2], by[3], by[4], by[5])));
        return String.join("\n", lines);
    }
}
