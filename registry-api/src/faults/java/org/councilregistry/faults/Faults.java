package org.councilregistry.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.ServiceProcess;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Trees;
import org.jspecify.annotations.Nullable;

/** Lets everything go wrong while writers write, and prints what became of what they were told. */
public final class Faults {
    private static final int WRITERS = 16;
    private static final int ATTEMPTS = 3;
    private static final int CONTENDED = 10_000;
    /** Those of the launcher. */
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
    /** So many milliseconds nothing goes wrong between two faults. */
    private final long healthy = Math.round(1_000 * Double.parseDouble(System.getProperty("faults.healthy", "20")));

    private final String wanted = System.getProperty("faults.kinds", "");

    private Faults() {}

    /** Runs everything, or only that whose name holds one of the words in {@code faults.kinds}. */
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

    /** What happens in one scene: kinds of fault, one after the other, and what is looked at before and after them. */
    private record Act(int nodes, List<Kind> kinds, List<Look> looks) {}

    /** Something else to look at, by a name of its own. */
    private record Look(String name, Kind.Fault fault) {}

    private void run() throws Exception {
        try (Disk disk = new Disk()) {
            Kinds kinds = new Kinds(disk);
            List<Look> alone = List.of(
                    new Look("overload", scene -> new Overload(scene.address(), table).run()),
                    new Look("slow and idle clients", this::strangers));
            List<Look> together = List.of(
                    new Look("contention", scene -> new Contention(scene).into(table, CONTENDED)),
                    new Look("controls", scene -> new Controls(table).run(scene)));
            List<Act> acts = List.of(chosen(1, kinds.onOneNode(), alone), chosen(2, kinds.onTwoNodes(), together));
            Act full = chosen(1, disk.mounted() ? kinds.onSmallDisk() : List.of(), List.of());
            if (!disk.mounted()) table.note("No disk could be mounted here, so none was filled.");
            int count = full.kinds().size()
                    + acts.stream().mapToInt(act -> act.kinds().size()).sum();
            long millis = Math.round(minutes * 60_000 / Math.max(1, count));
            play(full, disk.folder(), millis);
            for (Act act : acts) play(act, null, millis);
        }
    }

    private Act chosen(int nodes, List<Kind> kinds, List<Look> looks) {
        return new Act(
                nodes,
                kinds.stream().filter(kind -> chosen(kind.name())).toList(),
                looks.stream().filter(look -> chosen(look.name())).toList());
    }

    private boolean chosen(String name) {
        for (String word : wanted.split(",", -1)) {
            if (name.toLowerCase(Locale.ROOT).contains(word.strip())) return true;
        }
        return false;
    }

    private void play(Act act, @Nullable Path disk, long millis) throws Exception {
        if (act.kinds().isEmpty() && act.looks().isEmpty()) return;
        Path folder = RunningRegistry.emptyFolder();
        try (Scene scene = new Scene(folder, disk == null ? folder : disk, act.nodes(), FLAGS)) {
            for (Kind kind : act.kinds()) one(scene, kind, millis);
            for (ServiceProcess node : scene.nodes()) failures(node);
            audit(scene);
            for (Look look : act.looks()) {
                Progress.say(look.name());
                look.fault().happen(scene);
            }
        } finally {
            Trees.delete(folder);
        }
    }

    private void strangers(Scene scene) throws Exception {
        ServiceProcess node = scene.nodes().get(0);
        node.stop();
        node.restart();
        new Strangers(node, table).run();
    }

    private void audit(Scene scene) {
        AuditCheck.Report report = Audit.check(scene.target());
        table.note(String.format("`verify-audit`: a chain of %,d events.", report.events()));
        if (report.fault() != null) table.fault("verify-audit: " + report.fault());
    }

    private void failures(ServiceProcess node) throws IOException {
        long failed = node.said()
                .lines()
                .filter(line -> line.contains("the request failed"))
                .count();
        if (failed > 0) table.fault(failed + " requests were answered 500");
    }

    private void one(Scene scene, Kind kind, long millis) throws Exception {
        Progress.say(kind.name());
        long end = System.nanoTime() + millis * 1_000_000;
        int times = 0;
        Crew crew = new Crew(scene, kind.name(), WRITERS, ATTEMPTS);
        try (crew) {
            do {
                Scene.pause(healthy);
                kind.fault().happen(scene);
                times++;
                crew.awaitWrites(WRITERS);
            } while (System.nanoTime() < end);
        } catch (IllegalStateException e) {
            table.fault(kind.name() + ": " + e.getMessage());
        }
        Ledger.Counts counts = crew.ledger().counts();
        Scene.until("every node is ready", scene::complete);
        Verdict verdict = crew.check();
        table.add(new Table.Row(kind.name(), times, counts, verdict, crew.unavailable()));
        report(kind, crew, verdict);
    }

    private void report(Kind kind, Crew crew, Verdict verdict) {
        List<String> wrong = new ArrayList<>(crew.failures());
        wrong.addAll(verdict.lost());
        wrong.addAll(verdict.altered());
        wrong.addAll(verdict.duplicated());
        wrong.addAll(verdict.feed());
        long refused = crew.ledger().counts().refused();
        if (kind.strict() && refused > 0) wrong.add(refused + " calls failed though they were repeated");
        wrong.stream().limit(20).forEach(what -> Progress.say(String.format("%s: %s", kind.name(), what)));
        if (!wrong.isEmpty()) {
            table.fault(kind.name() + ": " + wrong.size() + " things went wrong, the first: " + wrong.get(0));
        }
    }
}
