package org.councilregistry.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured, as a Markdown table. */
final class Table {
    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int missed;

    /**
     * A row.
     *
     * @param call what was called
     * @param records among how many initiatives
     * @param service the service's own figures
     * @param beside the figures of what it is held against
     */
    record Row(String call, int records, String service, String beside) {}

    /** Adds a row with what it is measured by. */
    void add(Row row, String measured, String target, boolean reached) {
        if (!reached) missed++;
        rows.add(String.format(
                "| %s | %,d | %s | %s | %s | %s | %s |",
                row.call(),
                row.records(),
                row.service(),
                row.beside(),
                measured,
                target,
                reached ? "reached" : "**missed**"));
    }

    void note(String text) {
        notes.add("- " + text);
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("| call, " + Target.CONNECTIONS + " connections | initiatives | service | beside it"
                + " | measured: median (range) | target | |");
        lines.add("|---|---|---|---|---|---|---|");
        lines.addAll(rows);
        lines.add("");
        lines.add(rows.size() - missed + " of " + rows.size() + " targets reached.");
        lines.add("");
        lines.addAll(notes);
        return String.join("\n", lines) + "\n";
    }
}
