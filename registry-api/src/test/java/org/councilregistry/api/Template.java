package org.councilregistry.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Trees;
import org.jspecify.annotations.Nullable;

/** A data folder with an empty, migrated database, made once for the JVM and copied for each test that wants its own. */
final class Template {
    private static @Nullable Path made;

    private Template() {}

    /** A new data folder. */
    static synchronized Path copy() {
        Path folder = RunningRegistry.newFolder();
        Path template = made == null ? make() : made;
        made = template;
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = template.relativize(file);
                Path copy = folder.resolve(relative.toString());
                boolean port = file.endsWith(Path.of("postgres", "port"));
                if (file.equals(template) || port) continue;
                if (Files.isRegularFile(file) && relative.startsWith("postgres/programs")) {
                    Files.createLink(copy, file);
                    continue;
                }
                // with the owner: PostgreSQL does not run on files of another
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static Path make() {
        Path folder = RunningRegistry.newFolder();
        RegistryConfiguration configuration = new RegistryConfiguration();
        configuration.dataFolder(folder);
        try (Address address = Address.of(configuration)) {
            address.migrations().migrate();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
    }

    private static void remove(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
