package org.councilregistry.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real service, started by its own launcher with the launcher's own flags, on an embedded database of its own. */
final class Service implements AutoCloseable {
    private static final Path LAUNCHER =
            Path.of("..", "registry").toAbsolutePath().normalize();

    private final Path folder;
    private final Map<String, String> database = new HashMap<>();
    private @Nullable Child child;

    Service(Path folder) {
        this.folder = folder;
    }

    /** Has it work on the database of another service, which must run longer. */
    void share(Service other) throws IOException {
        database.put("REGISTRY_DATABASE_URL", other.url("registry"));
        database.put("REGISTRY_DATABASE_USER", "registry");
        database.put("REGISTRY_DATABASE_PASSWORD", other.password());
        database.put(
                "REGISTRY_SECRET",
                Files.readString(other.folder.resolve("secret")).strip());
    }

    /** Runs a command of the launcher; returns what it prints. */
    String command(String... words) throws IOException, InterruptedException {
        Path log = folder.resolveSibling(folder.getFileName() + "-command.log");
        Process process = launcher(words).redirectError(log.toFile()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", words) + " failed:\n" + Files.readString(log));
        }
        return printed.strip();
    }

    private ProcessBuilder launcher(String... words) {
        List<String> line = new ArrayList<>(List.of("sh", LAUNCHER.toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRY_"));
        return builder;
    }

    /** Starts it; returns how many seconds went by until it was ready. */
    double start() throws IOException {
        return start(false);
    }

    /** The same, comparing by meaning or by words alone. */
    double start(boolean meanings) throws IOException {
        return start(meanings, true);
    }

    /** The same, counting how often everybody calls or not. */
    double start(boolean meanings, boolean limits) throws IOException {
        int port = Child.freePort();
        ProcessBuilder builder = launcher("server");
        builder.environment().putAll(database);
        builder.environment().put("REGISTRY_PORT", "" + port);
        builder.environment().put("REGISTRY_ADMIN_PORT", "0");
        builder.environment().put("REGISTRY_MEANINGS", "" + meanings);
        // counted like any other, and never refused
        builder.environment().put("REGISTRY_LIMITS_ENABLED", "" + limits);
        for (String limit : List.of("ANONYMOUS", "KEY", "WRITES", "WRITES_AT_ONCE", "CHECKS", "KEY_CHECKS")) {
            builder.environment().put("REGISTRY_LIMIT_" + limit, "1000000000");
        }
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        long begun = System.nanoTime();
        child = Child.start(builder, log, port);
        child.await("/readyz");
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Whether it has built its index since it was started, and not opened the one it had. */
    boolean built() throws IOException {
        return running().said().contains("building the search index");
    }

    private Child running() {
        if (child == null) throw new IllegalStateException("the service does not run");
        return child;
    }

    int port() {
        return running().port();
    }

    Path index() {
        return folder.resolve("index");
    }

    Path folder() {
        return folder;
    }

    /** Megabytes that the Java process holds. */
    long resident() throws IOException {
        return running().resident();
    }

    /** The address of a database on its PostgreSQL. */
    String url(String database) throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + file("port") + "/" + database;
    }

    String password() throws IOException {
        return file("password");
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("postgres").resolve(name)).strip();
    }

    /** A connection to a database on its PostgreSQL. */
    Connection connect(String database) throws IOException, SQLException {
        return DriverManager.getConnection(url(database), "registry", password());
    }

    /** Ends it, and its PostgreSQL with it. */
    void stop() {
        Child.stop(child);
        child = null;
    }

    @Override
    public void close() {
        stop();
    }
}
