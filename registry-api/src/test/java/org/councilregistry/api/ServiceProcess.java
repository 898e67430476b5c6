package org.councilregistry.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service in a process of its own, to be killed. */
final class ServiceProcess implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    ServiceProcess(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /** The service with these settings. */
    ServiceProcess(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.process = launch();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = java("server");
        builder.environment().put("REGISTRY_PORT", "" + port);
        builder.environment().put("REGISTRY_ADMIN_PORT", "0");
        builder.environment().put("REGISTRY_LOG_LEVEL", "WARN");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()));
        return builder.start();
    }

    private ProcessBuilder java(String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Makes a key by the command, beside the running service. */
    String key(String role) throws Exception {
        Process command = java("create-key", "--role", role)
                .redirectError(folder.resolve("create-key.log").toFile())
                .start();
        String key = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!command.waitFor(60, TimeUnit.SECONDS) || command.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("create-key.log")));
        }
        return key.strip();
    }

    void awaitReady() throws IOException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline) {
            try {
                if (new Http(address(), null).get("/readyz").status() == 200) return;
            } catch (java.io.UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("not ready: " + Files.readString(folder.resolve("service.log")));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    /** The postmaster of this folder. */
    ProcessHandle postmaster() throws IOException {
        Path pid = folder.resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .orElseThrow();
    }

    void restart() throws IOException {
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
    void stop() {
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
