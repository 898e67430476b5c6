package org.councilregistry.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.councilregistry.api.platform.PrivateFile;

/** Where the deployment's one secret comes from. */
final class SecretFile {
    private SecretFile() {}

    /** The secret: as configured, from the configured file, or the embedded default's own, made on the first start. */
    static String of(RegistryConfiguration configuration) {
        if (!configuration.secret().isBlank()) return configuration.secret();
        try {
            if (!configuration.secretFile().isBlank()) return Files.readString(Path.of(configuration.secretFile()));
            if (!configuration.database().url().isBlank()) {
                throw new IllegalStateException(
                        "REGISTRY_SECRET is not set. With a database of your own every node needs"
                                + " the same secret. Make one with: openssl rand -base64 48");
            }
            return kept(configuration.dataFolder().resolve("secret"));
        } catch (IOException e) {
            throw new UncheckedIOException("the secret could not be read: " + e.getMessage(), e);
        }
    }

    private static String kept(Path file) throws IOException {
        if (Files.exists(file)) return Files.readString(file);
        byte[] bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        PrivateFile.create(file, Base64.getEncoder().encodeToString(bytes));
        return Files.readString(file);
    }
}
