package org.councilregistry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.platform.Trees;

/** Where the bench works: a folder of its own, and processes of its own, all gone when it ends, however it ends. */
final class Site implements AutoCloseable {
    private final Path top;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Thread hook = new Thread(this::clear, "bench-stop");

    Site() throws IOException {
        top = Files.createTempDirectory("registry-bench-");
        if (top.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // PostgreSQL, which does not run as root, must reach it
            Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A service with a folder of this name. */
    Service service(String name) throws IOException {
        return ended(new Service(Files.createDirectory(top.resolve(name))));
    }

    /** Sees to it that something ends with the bench. */
    synchronized <T extends AutoCloseable> T ended(T something) {
        running.add(0, something);
        return something;
    }

    private synchronized void clear() {
        for (AutoCloseable each : running) {
            try {
                each.close();
            } catch (Exception e) {
                Progress.say(String.format("could not be ended: %s", e));
            }
        }
        running.clear();
        try {
            Trees.delete(top);
        } catch (IOException e) {
            Progress.say(String.format("%s could not be removed: %s", top, e));
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            Progress.say("ending");
        }
    }
}
