package org.councilregistry.api.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.councilregistry.api.keys.KeyService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.PrivateFile;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the demonstration, for whoever tries it out.
 *
 * @param baseUrl where the demonstration is reached
 * @param sectorAdmin may do everything
 * @param coordinator sees all but drafts, everywhere
 * @param auditor reads everything
 * @param viewer reads for one council; none without councils
 * @param editors publish, each for one council
 */
public record DemoKeys(
        URI baseUrl,
        String sectorAdmin,
        String coordinator,
        String auditor,
        @Nullable String viewer,
        List<Editor> editors) {
    private static final Caller DEMO = Caller.system("demo");

    /** A key that publishes for a council. */
    public record Editor(
            String organisation, @JsonProperty("key") String key) {}

    /** Makes keys: sector-wide ones, and for these councils an editor each and a viewer for the last. */
    static DemoKeys make(KeyService keys, URI baseUrl, List<String> councils) {
        List<Editor> editors = councils.stream()
                .limit(2)
                .map(council -> new Editor(council, key(keys, Role.EDITOR, council)))
                .toList();
        return new DemoKeys(
                baseUrl,
                key(keys, Role.SECTOR_ADMIN, null),
                key(keys, Role.COORDINATOR, null),
                key(keys, Role.AUDITOR, null),
                councils.isEmpty() ? null : key(keys, Role.VIEWER, councils.get(councils.size() - 1)),
                editors);
    }

    private static String key(KeyService keys, Role role, @Nullable String organisation) {
        KeyDraft draft = new KeyDraft("demonstration", role, organisation, null);
        return Objects.requireNonNull(keys.create(DEMO, draft).secret());
    }

    /** The keys that an earlier start has left here, at today's address; null on the first start. */
    static @Nullable DemoKeys read(Path file, URI baseUrl) throws IOException {
        if (Files.notExists(file)) return null;
        DemoKeys kept = Json.MAPPER.readValue(Files.readString(file), DemoKeys.class);
        return new DemoKeys(
                baseUrl, kept.sectorAdmin(), kept.coordinator(), kept.auditor(), kept.viewer(), kept.editors());
    }

    /** Leaves the keys here, for the owner of the folder only. */
    void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        PrivateFile.create(partial, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
