package org.councilregistry.api.imports;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param created how many records it made
 * @param updated how many records it changed
 * @param unchanged how many records were just so already
 * @param missingInSource the records, by code, that come from such a list and are not in this file; they were left alone
 * @param refused the rows that were not taken, and why
 * @param notes what else the reader should know: what was taken otherwise than it stands in the file
 */
public record ImportReport(
        int created, int updated, int unchanged, List<String> missingInSource, List<Line> refused, List<Line> notes) {

    private static final int SHOWN = 50;

    /**
     * Something about a line of the file.
     *
     * @param line the physical line, the first one is 1
     * @param text what there is to say
     */
    public record Line(int line, String text) {}

    /** Prints it for the operator. */
    public void print(PrintStream out) {
        out.println("created " + created);
        out.println("updated " + updated);
        out.println("unchanged " + unchanged);
        out.println("missing in source " + missingInSource.size() + shown());
        out.println("refused " + refused.size());
        refused.forEach(r -> out.println("  line " + r.line() + ": " + r.text()));
        if (!notes.isEmpty()) out.println("notes " + notes.size());
        notes.forEach(n -> out.println("  line " + n.line() + ": " + n.text()));
    }

    private String shown() {
        if (missingInSource.isEmpty()) return "";
        String first = String.join(", ", missingInSource.subList(0, Math.min(SHOWN, missingInSource.size())));
        return ": " + first + (missingInSource.size() > SHOWN ? " and others" : "");
    }

    /** What a step did to its record. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** A report while it is being made. */
    static final class Tally {
        private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        private final List<String> missing = new ArrayList<>();
        private final List<Line> refused = new ArrayList<>();
        private final List<Line> notes = new ArrayList<>();

        void count(Outcome outcome) {
            counts.merge(outcome, 1, Integer::sum);
        }

        void missing(String code) {
            missing.add(code);
        }

        void refuse(int line, String reason) {
            refused.add(new Line(line, reason));
        }

        void refuse(List<Line> lines) {
            refused.addAll(lines);
        }

        void note(int line, String text) {
            notes.add(new Line(line, text));
        }

        ImportReport report() {
            Comparator<Line> byLine = Comparator.comparingInt(Line::line);
            return new ImportReport(
                    counts.getOrDefault(Outcome.CREATED, 0),
                    counts.getOrDefault(Outcome.UPDATED, 0),
                    counts.getOrDefault(Outcome.UNCHANGED, 0),
                    List.copyOf(missing),
                    refused.stream().sorted(byLine).toList(),
                    notes.stream().sorted(byLine).toList());
        }
    }
}
