package org.councilregistry.api.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL for those who have none: one server in the data folder, durable as in production, on 127.0.0.1 only, with a
 * password that nobody needs to know. Who opens a folder whose server runs already works with that one.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "registry";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path data;
    private final Path home;
    private final @Nullable FileChannel lock;
    private final int port;
    private final String password;
    private final Thread hook = new Thread(this::halt, "postgres-stop");
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
        Files.createDirectories(dataFolder);
        folder = reachable(dataFolder);
        data = folder.resolve("cluster");
        home = PostgresBinaries.in(folder.resolve("programs"));
        lock = lock(folder.resolve("lock"));
        if (lock != null) initialise();
        password = waitFor(folder.resolve("password"));
        port = lock != null ? port() : Integer.parseInt(waitFor(folder.resolve("port")));
        if (lock == null) {
            awaitAnswer();
            return;
        }
        try {
            start();
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

    /** The folder of the server's files: in the data folder, or, where root's server could not reach that, beside it. */
    private static Path reachable(Path dataFolder) throws IOException {
        Path own = dataFolder.resolve("postgres");
        Files.createDirectories(own);
        if (Unprivileged.reaches(own)) return own;
        String name = HexFormat.of()
                .formatHex(own.toString().getBytes(StandardCharsets.UTF_8))
                .replaceAll(".*(.{32})$", "$1");
        Path elsewhere = Path.of("/var/lib/council-registry", name);
        Files.createDirectories(elsewhere);
        Files.writeString(own.resolve("MOVED"), "The database of this folder is in " + elsewhere + "\n");
        return elsewhere;
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

    private void initialise() throws IOException {
        if (Files.exists(folder.resolve("initialised"))) return;
        LOG.info("making a database in {}", data);
        if (Files.exists(data)) Trees.delete(data);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path secret = folder.resolve("password");
        writePrivately(secret, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.createDirectories(data);
        Unprivileged.give(data);
        Unprivileged.give(secret);
        run(List.of(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions"));
        Files.createFile(folder.resolve("initialised"));
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    /** The port of last time if it is free or our own server listens there, otherwise a free one. */
    private int port() throws IOException {
        Path file = folder.resolve("port");
        if (running().isPresent()) return Integer.parseInt(Files.readString(file).strip());
        if (Files.exists(file)) {
            int last = Integer.parseInt(Files.readString(file).strip());
            try (ServerSocket free = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                LOG.debug("port {} is taken", last);
            }
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, "" + free.getLocalPort());
            return free.getLocalPort();
        }
    }

    /** The server of this folder, if it runs: its process id stands in its own file, and it is a postgres. */
    private Optional<ProcessHandle> running() throws IOException {
        Path pid = data.resolve("postmaster.pid");
        if (!Files.exists(pid)) return Optional.empty();
        List<String> lines = Files.readAllLines(pid);
        if (lines.size() < 2 || !lines.get(1).equals(data.toString())) return Optional.empty();
        int listening = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> isOurs(process, listening));
    }

    /** A process that was killed and not yet cleared away still has its id, but neither a program nor a port. */
    private boolean isOurs(ProcessHandle process, int listening) {
        if (!process.isAlive()) return false;
        Optional<String> command = process.info().command();
        if (command.isPresent()) return command.get().startsWith(home.toString());
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), listening)) {
            return connection.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void start() throws IOException {
        if (running().isEmpty()) launch();
        awaitAnswer();
    }

    private void launch() throws IOException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        List<String> command = Unprivileged.command(List.of(
                program("postgres"),
                "-D", data.toString(),
                "-p", "" + port,
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "fsync=on",
                "-c", "full_page_writes=on",
                "-c", "synchronous_commit=on",
                "-c", "max_connections=100",
                "-c", "shared_buffers=128MB",
                "-c", "max_wal_size=512MB",
                "-c", "jit=off"));
        Path log = folder.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > 10_000_000) Files.delete(log);
        new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitAnswer() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (open) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password)) {
                if (connection.isValid(2)) return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IOException("it does not answer; its log is " + folder.resolve("postgres.log"), e);
                }
                if (lock != null && running().isEmpty() && Files.notExists(data.resolve("postmaster.pid"))) launchAgain();
            }
            pause(50);
        }
    }

    /** An old server that is still being cleared away makes the first attempt fail. */
    private void launchAgain() throws IOException {
        pause(500);
        if (running().isEmpty() && Files.notExists(data.resolve("postmaster.pid"))) launch();
    }

    private void createDatabase() throws IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            if (!statement.executeQuery("select 1 from pg_database where datname = 'registry'").next()) {
                statement.execute("create database registry");
            }
        } catch (SQLException e) {
            throw new IOException("the database could not be made", e);
        }
    }

    /** Starts the server again when it was killed under us. */
    private void watch() {
        while (open) {
            pause(1_000);
            try {
                if (open && running().isEmpty()) {
                    LOG.warn("the embedded database has stopped; starting it again");
                    launch();
                    awaitAnswer();
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("the embedded database could not be started again: {}", e.toString());
            }
        }
    }

    /** The address of the registry's database. */
    public String url() {
        return url("registry");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The database's user. */
    public String user() {
        return USER;
    }

    /** Her password. */
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

    private synchronized void halt() {
        if (!open) return;
        open = false;
        if (lock == null) return;
        try (lock) {
            if (running().isPresent()) {
                run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30"));
            }
        } catch (IOException e) {
            LOG.error("the embedded database could not be stopped: {}", e.getMessage());
        }
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> program) throws IOException {
        Path log = folder.resolve("setup.log");
        Process process = new ProcessBuilder(Unprivileged.command(program))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(program.get(0) + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String waitFor(Path file) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            if (Instant.now().isAfter(deadline)) throw new IOException("there is no " + file);
            pause(50);
        }
        return Files.readString(file).strip();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
