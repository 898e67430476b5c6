package org.councilregistry.api.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read, from the moment they are there. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Makes a file with this text; fails where there is one already, so that of two who make it at once one is told. */
    public static void create(Path file, String text) throws IOException {
        Files.createFile(file, only(file, "rw-------"));
        Files.writeString(file, text);
    }

    /** Makes a folder; fails where there is one already. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder, only(folder, "rwx------"));
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
