package org.councilregistry.api.commands;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the named configuration, or the one that came with the service where none is named. */
public final class BundledConfig implements ConfigurationSourceProvider {
    /** Stands for the configuration that came with the service. */
    public static final String BUNDLED = "bundled";

    @Override
    public InputStream open(String path) throws IOException {
        if (!path.equals(BUNDLED)) {
            if (!Files.isReadable(Path.of(path))) {
                throw new IOException("There is no configuration at " + path + ". Name one with --config FILE.");
            }
            return Files.newInputStream(Path.of(path));
        }
        InputStream bundled = BundledConfig.class.getResourceAsStream("/org/councilregistry/api/config.yml");
        if (bundled == null) throw new IOException("the service was built without its config.yml");
        return bundled;
    }
}
