package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.Exports;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** Whole sets through the client. */
class ExportsTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient editor = Clients.of(registry, Role.EDITOR, council);

    @Test
    void theLogIsTakenWhole() {
        RegistryClient auditor = Clients.of(registry, Role.AUDITOR, null);
        String id = council.id().toString();
        Eventually.until(
                Duration.ofSeconds(20), () -> new String(auditor.exports().log(), StandardCharsets.UTF_8).contains(id));
        assertThat(new String(auditor.exports().log(), StandardCharsets.UTF_8)).startsWith("{\"position\":1,");
    }

    @Test
    void aSetIsTakenWhole() {
        Initiative made = editor.initiatives()
                .publish(council.slug(), "taken", Clients.draft(council, "Taken along"))
                .initiative();
        assertThat(editor.exports().initiatives()).extracting(Initiative::id).contains(made.id());
        assertThat(editor.exports().organisations())
                .extracting(Organisation::slug)
                .contains(council.slug());
        assertThat(editor.exports().components()).isNotNull();
        assertThat(new String(editor.exports().csv(Exports.Noun.INITIATIVES), StandardCharsets.UTF_8))
                .startsWith("\uFEFFid,version,slug,organisation,")
                .contains("Taken along");
    }
}
