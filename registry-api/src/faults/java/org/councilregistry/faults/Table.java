package org.councilregistry.faults;

import java.util.ArrayList;
import java.util.List;

/** What was found, as Markdown. */
final class Table {
    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long acknowledged;
    private int kinds;

    /** How a kind of fault went. */
    record Row(String kind, int times, Ledger.Counts counts, Verdict verdict, int unavailable) {}

    void add(Row row) {
        Ledger.Counts counts = row.counts();
        Verdict verdict = row.verdict();
        kinds++;
        acknowledged += counts.acknowledged();
        rows.add(String.format(
                "| %s | %d | %,d | %d | %d | %d | %d | %d | %d | %d | %.1f s |",
                row.kind(),
                row.times(),
                counts.acknowledged(),
                counts.refused(),
                row.unavailable(),
                counts.unknown(),
                verdict.lost().size(),
                verdict.altered().size(),
                verdict.duplicated().size(),
                verdict.feed().size(),
                counts.longestGap() / 1e9));
    }

    void note(String text) {
        notes.add("- " + text);
    }

    /** Something that must not be. */
    void fault(String what) {
        faults.add("- **" + what + "**");
    }

    boolean clean() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| fault, 16 writers | times | acknowledged | refused | of a probe: 503, Retry-After | unknown | lost |"
                        + " altered | duplicated | feed | longest gap |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
        lines.addAll(rows);
        lines.add("");
        lines.add(String.format("%,d writes were acknowledged over %d kinds of fault.", acknowledged, kinds));
        lines.add("");
        lines.addAll(notes);
        lines.addAll(faults);
        return String.join("\n", lines) + "\n";
    }
}
