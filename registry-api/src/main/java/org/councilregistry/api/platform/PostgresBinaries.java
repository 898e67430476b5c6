package org.councilregistry.api.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own programs, unpacked once from the archive that came with the service. */
final class PostgresBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}, below this one. */
    static Path in(Path folder) throws IOException {
        Path home = folder.resolve("postgresql-" + VERSION);
        if (Files.exists(home.resolve("unpacked"))) return home;
        String archive = archive();
        LOG.info("unpacking PostgreSQL {} (once, some seconds)", VERSION);
        Files.createDirectories(folder);
        Path partial = Files.createTempDirectory(folder, "unpacking-");
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (resource == null) throw unsupported();
            unpack(resource, partial);
        }
        Files.createFile(partial.resolve("unpacked"));
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Files.exists(home.resolve("unpacked")); // another process was faster; its copy is as good as ours
        }
        return home;
    }

    private static void unpack(InputStream resource, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into))
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
        if (Files.getFileStore(target).supportsFileAttributeView("posix")) Files.setPosixFilePermissions(target, mode);
    }

    private static String archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = cpu.contains("aarch64") || cpu.contains("arm64");
        boolean intel = cpu.equals("amd64") || cpu.equals("x86_64");
        if (!arm && !intel) throw unsupported();
        String chip = arm ? "arm_64" : "x86_64";
        if (os.contains("linux")) return "/postgres-linux-" + chip + ".txz";
        if (os.contains("mac")) return "/postgres-darwin-" + chip + ".txz";
        if (os.contains("windows") && intel) return "/postgres-windows-x86_64.txz";
        throw unsupported();
    }

    private static IllegalStateException unsupported() {
        return new IllegalStateException("There is no embedded PostgreSQL for this machine. Set REGISTRY_DATABASE_URL,"
                + " REGISTRY_DATABASE_USER and REGISTRY_DATABASE_PASSWORD to a PostgreSQL 15 to 18 of your own.");
    }
}
