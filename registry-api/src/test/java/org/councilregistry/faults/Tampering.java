package org.councilregistry.faults;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What a fault could do to what was acknowledged, done on purpose: a ledger that does not find it is worth nothing. */
final class Tampering {
    private static final String AROUND_TRIGGERS = "set session_replication_role = replica";

    private Tampering() {}

    /** Three drafts that must be there. */
    static List<Ledger.Entry> drafts(Ledger ledger) {
        return ledger.entries().values().stream()
                .filter(entry -> entry.required() && entry.draft())
                .limit(3)
                .toList();
    }

    /** Loses the first, gives the second the number that it had first, and makes another of the third. */
    static void records(Scene scene, List<Ledger.Entry> drafts) throws SQLException {
        scene.execute(
                AROUND_TRIGGERS,
                "delete from initiatives where id = '" + drafts.get(0).id() + "'",
                "update initiatives set version = version - 1, summary = '" + Writer.summary(0) + "' where id = '"
                        + drafts.get(1).id() + "'",
                "insert into initiatives (id, organisation_id, title, summary, phase, phase_since, origin,"
                        + " completeness) select '" + UUID.randomUUID()
                        + "', organisation_id, title, summary, phase, phase_since, origin,"
                        + " completeness from initiatives where id = '"
                        + drafts.get(2).id() + "'");
    }

    /** Loses an event. */
    static void event(Scene scene) throws SQLException {
        scene.execute(
                AROUND_TRIGGERS,
                "delete from events where seq = (select min(seq) from event_seals where position ="
                        + " (select max(position) / 2 from event_seals))");
    }
}
