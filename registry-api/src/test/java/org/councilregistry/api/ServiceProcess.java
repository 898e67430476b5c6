package org.councilregistry.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service in a process of its own, to be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final List<String> SOON_READY = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path folder;
    private final List<String> flags;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    ServiceProcess(Path folder) throws IOException {
        this(folder, SOON_READY, Map.of());
    }

    /** The service with these settings. */
    ServiceProcess(Path folder, Map<String, String> environment) throws IOException {
        this(folder, SOON_READY, environment);
    }

    /** Starts the service in this folder, with these flags of the virtual machine and these environment variables. */
    public ServiceProcess(Path folder, List<String> flags, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.flags = flags;
        this.environment = environment;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.process = launch();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = java("server");
        builder.environment().put("REGISTRY_PORT", "" + port);
        builder.environment().putIfAbsent("REGISTRY_ADMIN_PORT", "0");
        builder.environment().putIfAbsent("REGISTRY_LOG_LEVEL", "WARN");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("requests.log").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        return builder.start();
    }

    private ProcessBuilder java(String... command) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(flags);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), RegistryApplication.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder;
    }

    private Path log() {
        return folder.resolve("service.log");
    }

    /** What the service has logged. */
    public String said() throws IOException {
        return Files.readString(log());
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    /** Where the service is reached. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Makes a key by the command, beside the running service. */
    String key(String role) throws Exception {
        Process command = java("create-key", "--role", role)
                .redirectError(folder.resolve("create-key.log").toFile())
                .start();
        String key = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!command.waitFor(60, TimeUnit.SECONDS) || command.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("create-key.log")));
        }
        return key.strip();
    }

    /** Waits until it can do its work. */
    public void awaitReady() throws IOException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline) {
            try {
                if (new Http(address(), null).get("/readyz").status() == 200) return;
            } catch (UncheckedIOException e) {
                Eventually.pause();
            }
        }
        throw new IllegalStateException("not ready: " + said());
    }

    /** Kills it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    /** The postmaster of this folder. */
    ProcessHandle postmaster() throws IOException {
        Path pid = folder.resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .orElseThrow();
    }

    /** Starts it again, after it has ended, and waits until it can do its work. */
    public void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    /** Whatever still runs for this folder. */
    List<String> leftRunning() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(p -> p.info().commandLine().orElse("").contains(folder.toString()))
                    .map(p -> p.pid() + " " + p.info().commandLine().orElse(""))
                    .toList();
        }
    }

    /** Asks it to end, and waits until it has. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
