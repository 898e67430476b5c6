package org.councilregistry.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, on a port of its own. */
final class Child {
    private final Process process;
    private final Path log;
    private final int port;

    private Child(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts a server. What it says of itself goes to the log, its request log nowhere. */
    static Child start(ProcessBuilder command, Path log, int port) throws IOException {
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(log.toFile());
        return new Child(command.start(), log, port);
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Waits until an address answers with 200. */
    void await(String path) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        byte[] request = Wire.get(path);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Wire wire = new Wire(port)) {
                if (wire.send(request) == 200) return;
            } catch (IOException e) {
                // not listening yet
            }
            pause();
        }
        throw new IOException("a server did not become ready:\n" + Files.readString(log));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return port;
    }

    /** What it has said. */
    String said() throws IOException {
        return Files.readString(log);
    }

    /** Megabytes of memory that it holds. */
    long resident() throws IOException {
        String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
        String kilobytes = status.replaceFirst("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1");
        return Math.round(Long.parseLong(kilobytes) / 1024.0);
    }

    /** Asks it to end, and waits until it has. */
    static void stop(@Nullable Child child) {
        if (child == null) return;
        child.process.destroy();
        try {
            if (!child.process.waitFor(40, TimeUnit.SECONDS)) child.process.destroyForcibly();
        } catch (InterruptedException e) {
            child.process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
