package org.councilregistry.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.ServiceProcess;
import org.councilregistry.api.platform.Trees;

/** Lets everything go wrong while writers write, and prints what became of what they were told. */
public final class Faults {
    private static final int WRITERS = 16;
    private static final int HEALTHY = 6_000;
    private static final int ATTEMPTS = 3;
    private static final List<String> FLAGS = List.of(
            "-Xms80m",
            "-Xmn40m",
            "-Xmx320m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError");

    private final Table table = new Table();
    private final double minutes = Double.parseDouble(System.getProperty("faults.minutes", "18"));
    private final String wanted = System.getProperty("faults.kinds", "");

    private Faults() {}

    /** Runs all kinds of fault, or those whose names hold what {@code faults.kinds} says. */
    public static void main(String[] args) throws Exception {
        Faults faults = new Faults();
        try {
            faults.run();
        } finally {
            // what was found before something failed is not lost
            Files.writeString(Path.of("target", "faults.md"), faults.table.toString());
            System.out.println(faults.table);
        }
        Progress.say("done; the table is in target/faults.md, too");
        if (!faults.table.clean()) System.exit(1);
    }

    private void run() throws Exception {
        try (Disk disk = new Disk()) {
            Kinds kinds = new Kinds(disk);
            List<Kind> chosen = kinds.all().stream().filter(this::chosen).toList();
            if (!disk.mounted()) table.note("No disk could be mounted here, so none was filled.");
            long millis = Math.round(minutes * 60_000 / Math.max(1, chosen.size()));
            for (int nodes = 1; nodes <= 2; nodes++) {
                for (boolean small : List.of(false, true)) {
                    int count = nodes;
                    List<Kind> together = chosen.stream()
                            .filter(kind -> kind.nodes() == count && kind.small() == small)
                            .toList();
                    if (!together.isEmpty()) together(together, small ? kinds.small() : null, millis);
                }
            }
        }
    }

    private boolean chosen(Kind kind) {
        for (String word : wanted.split(",", -1)) {
            if (kind.name().toLowerCase(Locale.ROOT).contains(word.strip())) return true;
        }
        return false;
    }

    /** Kinds that happen to the same scene, one after the other. */
    private void together(List<Kind> kinds, Path small, long millis) throws Exception {
        Path folder = RunningRegistry.emptyFolder();
        Path data = small == null ? folder : small.resolve("data");
        try (Scene scene = new Scene(folder, data, kinds.get(0).nodes(), FLAGS)) {
            List<Crew> crews = new ArrayList<>();
            for (Kind kind : kinds) crews.add(one(scene, kind, millis));
            Audit.of(scene, table);
            for (ServiceProcess node : scene.nodes()) failures(node);
        } finally {
            Trees.delete(folder);
        }
    }

    private void failures(ServiceProcess node) throws IOException {
        long failed = node.said()
                .lines()
                .filter(line -> line.contains("the request failed"))
                .count();
        if (failed > 0) table.fault(failed + " requests were answered 500");
    }

    private Crew one(Scene scene, Kind kind, long millis) throws Exception {
        Progress.say(kind.name());
        long end = System.nanoTime() + millis * 1_000_000;
        int times = 0;
        Crew crew = new Crew(scene, kind.name(), WRITERS, ATTEMPTS);
        try (crew) {
            do {
                Scene.pause(HEALTHY);
                kind.fault().happen(scene);
                times++;
                crew.awaitWrites(WRITERS);
            } while (System.nanoTime() < end);
        } catch (IllegalStateException e) {
            table.fault(kind.name() + ": " + e.getMessage());
        }
        Ledger.Counts counts = crew.ledger().counts();
        Verdict verdict = crew.check();
        table.add(new Table.Row(kind.name(), times, counts, verdict, crew.unavailable()));
        report(kind, crew, counts, verdict);
        return crew;
    }

    private void report(Kind kind, Crew crew, Ledger.Counts counts, Verdict verdict) {
        List<String> wrong = new ArrayList<>(crew.failures());
        wrong.addAll(verdict.lost());
        wrong.addAll(verdict.altered());
        wrong.addAll(verdict.duplicated());
        wrong.addAll(verdict.feed());
        if (kind.strict() && counts.refused() > 0) wrong.add(counts.refused() + " calls failed after they were repeated");
        wrong.stream().limit(20).forEach(what -> Progress.say(String.format("%s: %s", kind.name(), what)));
        if (!wrong.isEmpty()) table.fault(kind.name() + ": " + wrong.size() + " things went wrong, first: " + wrong.get(0));
    }
}
