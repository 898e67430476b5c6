package org.councilregistry.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * A service that has its data.
 *
 * @param service the service
 * @param size how many initiatives it has
 * @param admin the key of a sector administrator
 */
record Registry(Service service, int size, String admin) {
    /** Makes the folder, fills it, and lets the service build its index. */
    static Registry filled(Service service, Corpus corpus, int size, boolean copy) throws Exception {
        Progress.say(String.format("%,d initiatives: writing them into the database", size));
        String admin = service.command("create-key", "--role", "sector-admin");
        if (size > 0) new Records(corpus).into(service.folder(), size, copy);
        Progress.say(String.format("%,d initiatives: ready after %.1f s, index built", size, service.start()));
        Registry registry = new Registry(service, size, admin);
        registry.settle();
        service.stop();
        return registry;
    }

    /**
     * Waits until the events of what was written are sealed, and drops the comparisons that are still to be made, so that
     * nothing of it falls into the next measurement: comparing everything with everything takes longer than the bench.
     */
    void settle() throws IOException, SQLException, InterruptedException {
        try (Connection connection = service.connect("registry");
                Statement statement = connection.createStatement()) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (true) {
                try (ResultSet waiting = statement.executeQuery("select count(*) from event_queue")) {
                    waiting.next();
                    if (waiting.getInt(1) == 0) break;
                }
                if (System.nanoTime() > deadline) throw new IllegalStateException("events are not sealed");
                TimeUnit.MILLISECONDS.sleep(50);
            }
            statement.execute("delete from overlap_queue");
        }
    }

    /** Removes what was registered, so that the tables do not grow from round to round. */
    void tidy(String database) throws IOException, SQLException {
        try (Connection connection = service.connect(database);
                Statement statement = connection.createStatement()) {
            // without the checks of foreign keys, which would read the whole table for each row
            statement.execute("set session_replication_role = replica");
            if (!database.equals("registry")) statement.execute("truncate event_queue");
            statement.execute("delete from initiative_phases where initiative_id in"
                    + " (select id from initiatives where state = 'draft')");
            statement.execute("delete from initiative_participants where initiative_id in"
                    + " (select id from initiatives where state = 'draft')");
            statement.execute("delete from initiatives where state = 'draft'");
            statement.execute("truncate idempotency_keys");
            statement.execute("vacuum initiatives, initiative_phases, event_queue");
        }
    }
}
