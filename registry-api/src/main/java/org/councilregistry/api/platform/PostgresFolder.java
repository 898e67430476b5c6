package org.councilregistry.api.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an embedded PostgreSQL: its files, its programs, and whether its server runs. */
final class PostgresFolder {
    static final String USER = "registry";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(PostgresFolder.class);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_connections=100",
            "shared_buffers=128MB",
            "max_wal_size=512MB",
            "jit=off");

    private final Path folder;
    private final Path data;
    private final Path home;

    /** In this data folder, or, where root's server could not reach that, beside it. */
    PostgresFolder(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        folder = reachable(dataFolder);
        data = folder.resolve("cluster");
        home = PostgresBinaries.in(folder.resolve("programs"));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The folder of the server's files: in the data folder, or, where root's server could not reach that, beside it. */
    private static Path reachable(Path dataFolder) throws IOException {
        Path own = dataFolder.resolve("postgres");
        Files.createDirectories(own);
        if (Unprivileged.reaches(own)) return own;
        String name = UUID.nameUUIDFromBytes(own.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path elsewhere = Path.of("/var/lib/council-registry", name);
        Files.createDirectories(elsewhere);
        Files.writeString(own.resolve("MOVED"), "The database of this folder is in " + elsewhere + "\n");
        return elsewhere;
    }

    /** Makes the database where there is none yet. */
    void initialise() throws IOException {
        if (Files.exists(folder.resolve("initialised"))) return;
        LOG.info("making a database in {}", data);
        if (Files.exists(data)) Trees.delete(data);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path secret = folder.resolve("password");
        Files.deleteIfExists(secret);
        PrivateFile.create(secret, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
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

    /** The port of last time if it is free or our own server listens there, otherwise a free one. */
    int port() throws IOException {
        Path file = folder.resolve("port");
        if (running().isPresent())
            return Integer.parseInt(Files.readString(file).strip());
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
    Optional<ProcessHandle> running() throws IOException {
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

    /** Starts the server; it answers some time later. */
    void launch(int port) throws IOException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        List<String> program = new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> program.addAll(List.of("-c", setting)));
        Path log = folder.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > 10_000_000) Files.delete(log);
        new ProcessBuilder(Unprivileged.command(program))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Whether no server runs, none is starting, and none was left half dead. */
    boolean quiet() throws IOException {
        return running().isEmpty() && Files.notExists(data.resolve("postmaster.pid"));
    }

    /** Stops the server if it runs. */
    void stop() throws IOException {
        if (running().isPresent()) {
            run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30"));
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

    /** What stands in a file, once it is there. */
    String waitFor(String name) throws IOException {
        Path file = folder.resolve(name);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            if (Instant.now().isAfter(deadline)) throw new IOException("there is no " + file);
            pause(50);
        }
        return Files.readString(file).strip();
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
