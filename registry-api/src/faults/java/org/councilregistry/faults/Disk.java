package org.councilregistry.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.councilregistry.api.platform.Trees;

/** A small disk in memory, where this process may mount one. */
final class Disk implements AutoCloseable {
    private static final int MEGABYTES = 1_000;

    private final Path folder;
    private final boolean mounted;

    Disk() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("registry-faults-disk-");
        mounted = run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=755", "tmpfs", folder.toString()));
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    boolean mounted() {
        return mounted;
    }

    /** Where files can be put. */
    Path folder() {
        return folder;
    }

    /** Leaves no byte free, and keeps at it while others free some. */
    void fill() throws IOException {
        byte[] part = new byte[1 << 20];
        try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
            for (int size = part.length; size >= 512; ) {
                try {
                    filler.write(part, 0, size);
                } catch (IOException e) {
                    size /= 2;
                }
            }
        }
    }

    /** Gives the room back. */
    void free() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        try {
            if (mounted && !run(List.of("umount", folder.toString()))) {
                throw new IOException(folder + " is still in use");
            }
            Trees.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
