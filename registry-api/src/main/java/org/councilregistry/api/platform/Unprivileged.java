package org.councilregistry.api.platform;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs: as oneself, or, since PostgreSQL refuses to run as root, as nobody in particular. */
final class Unprivileged {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final Identity IDENTITY = ROOT ? Identity.find() : new Identity(0, 0);

    /** Who runs the programs for root: the system's own postgres if there is one, otherwise nobody. */
    private record Identity(int uid, int gid) {
        static Identity find() {
            try {
                List<String> lines = Files.readAllLines(Path.of("/etc/passwd"));
                return of(lines, "postgres").or(() -> of(lines, "nobody")).orElse(new Identity(65_534, 65_534));
            } catch (IOException e) {
                return new Identity(65_534, 65_534);
            }
        }

        private static Optional<Identity> of(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.split(":"))
                    .map(fields -> new Identity(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        }
    }

    private Unprivileged() {}

    /** Whether programs run under another id than this process. */
    static boolean needed() {
        return ROOT;
    }

    /** The command as it must be run. */
    static List<String> command(List<String> program) {
        if (!ROOT) return program;
        List<String> command = new ArrayList<>(
                List.of("setpriv", "--reuid=" + IDENTITY.uid(), "--regid=" + IDENTITY.gid(), "--clear-groups", "--"));
        command.addAll(program);
        return command;
    }

    /** Makes the other id the owner of a folder and all in it. */
    static void give(Path folder) throws IOException {
        if (!ROOT) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                own(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                own(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", IDENTITY.uid(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", IDENTITY.gid(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether the other id can reach a folder. */
    static boolean reaches(Path folder) {
        if (!ROOT) return true;
        try {
            Process test = new ProcessBuilder(command(List.of("test", "-x", folder.toString())))
                    .redirectErrorStream(true)
                    .start();
            return test.waitFor(10, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "PostgreSQL does not run as root, and 'setpriv' (package util-linux) is missing to run it as somebody"
                            + " else. Start the service as another user, or set REGISTRY_DATABASE_URL to a PostgreSQL of your own.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
