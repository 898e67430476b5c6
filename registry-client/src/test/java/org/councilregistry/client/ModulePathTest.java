package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The client works as a module, too: what it needs is named, what it gives is open. */
class ModulePathTest {
    private static final String CLIENT = "org.councilregistry.client";

    @Test
    void itReadsARecordOnTheModulePath() throws Exception {
        Path[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(p -> !p.endsWith("test-classes"))
                .toArray(Path[]::new);
        ModuleFinder finder = ModuleFinder.of(path);
        Configuration needed = ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), Set.of(CLIENT));
        assertThat(needed.modules())
                .extracting(module -> module.name())
                .contains(CLIENT, "org.councilregistry.schema", "com.fasterxml.jackson.databind")
                .noneMatch(name -> name.contains("picocli") || name.contains("dataformat"));
        ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(needed, null);
        String me = "{\"role\":\"editor\",\"hint\":\"crk_abc\"}";
        try (FakeServer server = new FakeServer(FakeServer.json(200, me))) {
            Class<?> type = layer.findLoader(CLIENT).loadClass(CLIENT + ".RegistryClient");
            assertThat(type.getModule().isNamed()).isTrue();
            Object builder = type.getMethod("builder", URI.class).invoke(null, server.address());
            Object client = builder.getClass().getMethod("build").invoke(builder);
            assertThat(type.getMethod("whoami").invoke(client).toString()).containsIgnoringCase("editor");
        }
    }
}
