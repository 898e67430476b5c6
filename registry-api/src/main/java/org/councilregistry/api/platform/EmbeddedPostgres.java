package org.councilregistry.api.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL for those who have none: one server in the data folder, durable as in production, on 127.0.0.1 only, with a
 * password that nobody needs to know. Who opens a folder whose server runs already works with that one, and takes it over
 * when the process that started it has gone.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** As whom the service works on it: she reads and writes, and can only add to the log. */
    public static final String SERVICE = "registry_service";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresFolder folder;
    private final int port;
    private final String password;
    private final Thread hook = new Thread(this::haltLast, "postgres-stop");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration patience = Duration.ZERO;
    private volatile @Nullable FileChannel lock;
    private volatile boolean open = true;

    /** Starts the server of this data folder, or works with the one that runs there. */
    public static EmbeddedPostgres open(Path dataFolder) {
        try {
            return new EmbeddedPostgres(dataFolder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database could not be started: " + e.getMessage(), e);
        }
    }

    private EmbeddedPostgres(Path dataFolder) throws IOException {
        folder = new PostgresFolder(dataFolder);
        lock = lock(folder.file("lock"));
        if (lock != null) folder.initialise();
        password = folder.waitFor("password");
        port = lock != null ? folder.port() : Integer.parseInt(folder.waitFor("port"));
        try {
            if (lock != null && folder.running().isEmpty()) folder.launch(port);
            awaitAnswer();
            createDatabase();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(hook);
        Thread watch = new Thread(this::watch, "postgres-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return channel;
        } catch (OverlappingFileLockException e) {
            LOG.debug("this process runs the server already");
        }
        channel.close();
        return null;
    }

    private void awaitAnswer() throws IOException {
        Instant deadline = Instant.now().plus(PostgresFolder.PATIENCE);
        while (open) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), user(), password)) {
                if (connection.isValid(2)) return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IOException("it does not answer; its log is " + folder.file("postgres.log"), e);
                }
                if (lock != null && folder.quiet()) launchAgain();
            }
            PostgresFolder.pause(50);
        }
    }

    /** An old server that is still being cleared away makes the first attempt fail. */
    private void launchAgain() throws IOException {
        for (int waited = 0; waited < 10; waited++) {
            PostgresFolder.pause(50);
            if (!folder.quiet()) return;
        }
        folder.launch(port);
    }

    private void createDatabase() throws IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), user(), password);
                Statement statement = connection.createStatement()) {
            // another process may have found the same folder new
            statement.execute("select pg_advisory_lock(" + Migrations.LOCK + ")");
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = 'registry'")
                    .next()) {
                statement.execute("create database registry");
            }
            createService(connection, statement);
        } catch (SQLException e) {
            throw new IOException("the database could not be made", e);
        }
    }

    private void createService(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        if (!statement
                .executeQuery("select 1 from pg_roles where rolname = '" + SERVICE + "'")
                .next()) {
            statement.execute("create role " + SERVICE + " login");
            connection.unwrap(PGConnection.class).alterUserPassword(SERVICE, password.toCharArray(), null);
        }
        connection.commit();
    }

    /** Starts the server again when it was killed under us, or when the process that ran it has ended. */
    private void watch() {
        while (open) {
            PostgresFolder.pause(1_000);
            try {
                if (open && folder.running().isEmpty() && owned()) {
                    LOG.warn("the embedded database has stopped; starting it again");
                    folder.launch(port);
                    awaitAnswer();
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("the embedded database could not be started again: {}", e.toString());
            }
        }
    }

    private synchronized boolean owned() throws IOException {
        if (open && lock == null) lock = lock(folder.file("lock"));
        return open && lock != null;
    }

    /** The address of the registry's database. */
    public String url() {
        return url("registry");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Who owns the database. */
    public String user() {
        return PostgresFolder.USER;
    }

    /** Her password, and that of {@link #SERVICE}. */
    public String password() {
        return password;
    }

    /** Whether somebody else of us runs the server. */
    public boolean attached() {
        return lock == null;
    }

    @Override
    public void close() {
        if (!open) return;
        halt();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the process is ending already");
        }
    }

    /**
     * Lets whoever works with the database end first when the process is asked to end, and close it.
     *
     * @param most how long at most
     */
    public void endLast(Duration most) {
        patience = most;
    }

    private void haltLast() {
        try {
            if (!closed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("nobody has closed the database; it is stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt();
    }

    private synchronized void halt() {
        if (!open) return;
        open = false;
        closed.countDown();
        FileChannel held = lock;
        if (held == null) return;
        try (held) {
            folder.stop();
        } catch (IOException e) {
            LOG.error("the embedded database could not be stopped: {}", e.getMessage());
        }
    }
}
