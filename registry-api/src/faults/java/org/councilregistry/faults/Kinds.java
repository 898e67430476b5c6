package org.councilregistry.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.councilregistry.api.ServiceProcess;

/** All kinds of fault, each done to a scene in which everything works. */
final class Kinds {
    /** So long a fault stays where it does not end by itself. */
    private static final long STAYS = 4_000;

    private final Disk disk;

    Kinds(Disk disk) {
        this.disk = disk;
    }

    List<Kind> onOneNode() {
        return List.of(
                Kind.of("service killed", Kinds::killService),
                Kind.of("database killed", scene -> scene.signal("-KILL", true)),
                Kind.of("both killed", Kinds::killBoth),
                Kind.of("database frozen", Kinds::freeze),
                Kind.of("database shut down", scene -> scene.signal("-INT", false)),
                Kind.of("connections terminated", Kinds::terminate),
                Kind.of("network cut", Kinds::cut),
                Kind.of("network stalled", Kinds::stall),
                Kind.of("database read-only", Kinds::readOnly),
                Kind.of("table locked", Kinds::lock));
    }

    List<Kind> onTwoNodes() {
        return List.of(
                Kind.of("one of two nodes killed", Kinds::killService),
                new Kind("rolling restart of two nodes", true, Kinds::roll));
    }

    List<Kind> onSmallDisk() {
        return List.of(Kind.of("disk full", this::fill));
    }

    private static void killService(Scene scene) throws Exception {
        for (ServiceProcess node : scene.nodes()) {
            node.kill();
            node.restart();
            Scene.until("the balancer has seen it", scene::complete);
        }
    }

    private static void killBoth(Scene scene) throws Exception {
        scene.nodes().get(0).kill();
        scene.signal("-KILL", true);
        scene.nodes().get(0).restart();
    }

    private static void freeze(Scene scene) throws Exception {
        scene.signal("-STOP", true);
        Scene.pause(2 * STAYS);
        scene.signal("-CONT", true);
    }

    static void terminate(Scene scene) throws Exception {
        for (int i = 0; i < 10; i++) {
            scene.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'council-registry'");
            Scene.pause(300);
        }
    }

    private static void cut(Scene scene) {
        scene.network().cut(true);
        Scene.pause(STAYS);
        scene.network().cut(false);
    }

    private static void stall(Scene scene) {
        scene.network().stall(true);
        Scene.pause(2 * STAYS);
        scene.network().stall(false);
    }

    private static void readOnly(Scene scene) throws Exception {
        scene.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
        Scene.pause(STAYS);
        scene.execute(
                "set transaction read write",
                "alter system reset default_transaction_read_only",
                "select pg_reload_conf()");
    }

    private static void lock(Scene scene) throws SQLException {
        try (Connection connection = scene.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table events in exclusive mode");
            Scene.pause(2 * STAYS);
            connection.rollback();
        }
    }

    static void roll(Scene scene) throws Exception {
        for (ServiceProcess node : scene.nodes()) {
            node.stop();
            node.restart();
            Scene.until("the balancer has seen it", scene::complete);
        }
    }

    private void fill(Scene scene) throws Exception {
        disk.fill();
        Scene.until("the database misses room", () -> !hasRoom(scene));
        Scene.pause(STAYS);
        disk.free();
    }

    /** Asked of the database itself: its log stands on the same disk. */
    private static boolean hasRoom(Scene scene) {
        try {
            scene.execute(
                    "create table room as select md5(n::text) from generate_series(1, 200000) n", "drop table room");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
