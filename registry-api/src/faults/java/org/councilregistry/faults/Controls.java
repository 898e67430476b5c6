package org.councilregistry.faults;

import java.util.List;

/** Shows that the ledger finds what it is there to find: each of these must fail. */
final class Controls {
    private static final int WRITERS = 16;

    private final Table table;

    Controls(Table table) {
        this.table = table;
    }

    /** On two nodes; afterwards their data are worth nothing. */
    void run(Scene scene) throws Exception {
        impatient(scene);
        forgetful(scene);
        tampered(scene);
        table.note("A machine that loses power with `fsync` off cannot be shown here: what a killed process has written"
                + " stays in the machine's memory. The service refuses such a database at its start"
                + " (`MigrationsTest`).");
    }

    private void found(String control, int times, String what) {
        if (times > 0) table.note(String.format("Control: %s: %d %s, as it must be.", control, times, what));
        else table.fault("control: " + control + ": nothing was found");
    }

    /** A client that tries once sees that a node is restarted. */
    private void impatient(Scene scene) throws Exception {
        Crew crew = new Crew(scene, "Council that tries once", WRITERS, 1);
        try (crew) {
            crew.awaitWrites(100);
            for (int round = 0; round < 5 && failed(crew) == 0; round++) Kinds.roll(scene);
        }
        found("a rolling restart, and clients that do not try again", (int) failed(crew), "calls failed");
    }

    private static long failed(Crew crew) {
        Ledger.Counts counts = crew.ledger().counts();
        return counts.refused() + counts.unknown();
    }

    /** A database that confirms first and stores later, and is killed in between. */
    private void forgetful(Scene scene) throws Exception {
        scene.execute(
                "alter database registry set synchronous_commit = off",
                "alter system set wal_writer_delay = '10s'",
                "select pg_reload_conf()");
        Kinds.terminate(scene);
        Crew crew = new Crew(scene, "Council that is forgotten", WRITERS, 3);
        try (crew) {
            crew.awaitWrites(500);
            scene.signal("-KILL", true);
            crew.awaitWrites(WRITERS);
        }
        scene.execute(
                "alter database registry reset synchronous_commit",
                "alter system reset wal_writer_delay",
                "select pg_reload_conf()");
        Kinds.terminate(scene);
        Verdict verdict = crew.check();
        found(
                "`synchronous_commit = off`, and the database killed",
                verdict.lost().size() + verdict.altered().size(),
                "records were lost or are older than acknowledged");
    }

    /** Somebody who loses, alters and doubles records, and removes an event. */
    private void tampered(Scene scene) throws Exception {
        Crew crew = new Crew(scene, "Council that is tampered with", WRITERS, 3);
        try (crew) {
            crew.awaitWrites(200);
        }
        List<Ledger.Entry> drafts = Tampering.drafts(crew.ledger());
        Scene.until("the events are sealed", () -> scene.ask("select count(*) from event_queue") == 0);
        Tampering.records(scene, drafts);
        Tampering.event(scene);
        Verdict verdict = crew.check();
        found("a record deleted behind the registry's back", verdict.lost().size(), "lost");
        found("a record set back", verdict.altered().size(), "altered");
        found("a record doubled", verdict.duplicated().size(), "duplicated");
        found("an event removed, seen by a reader of the feed", verdict.feed().size(), "missing");
        String fault = Audit.check(scene.target()).fault();
        found("an event removed, seen by `verify-audit`", fault == null ? 0 : 1, "missing");
    }
}
