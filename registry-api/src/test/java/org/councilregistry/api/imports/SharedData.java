package org.councilregistry.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real public lists, which lie beside the project where it is built continuously, and not elsewhere. */
final class SharedData {
    private SharedData() {}

    /** The bytes of a file; where it is not, the test is skipped and says so. */
    static byte[] file(String name) {
        Optional<Path> file = find(name);
        Assumptions.assumeTrue(file.isPresent(), "there is no shared/data/" + name + " beside the project");
        try {
            return Files.readAllBytes(file.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve("data").resolve(name);
            if (Files.isReadable(file)) return Optional.of(file);
        }
        return Optional.empty();
    }
}
