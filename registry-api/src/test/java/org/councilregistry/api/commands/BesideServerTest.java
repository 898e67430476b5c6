package org.councilregistry.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import org.councilregistry.api.RegistryApplication;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on the data folder of a service that runs. */
class BesideServerTest {
    private final RunningRegistry registry = RunningRegistry.byWordsAlone();
    private final Organisation council = registry.council();
    private RegistryClient client;

    @BeforeEach
    void publishOne() {
        client = RegistryClient.builder(registry.address())
                .apiKey(registry.key(Role.EDITOR, council))
                .build();
        publish("Report a missed bin");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void publish(String title) {
        client.initiatives()
                .publish(
                        council.slug(),
                        title.replace(' ', '-'),
                        InitiativeDraftBuilder.builder()
                                .title(title)
                                .summary("Told on a page.")
                                .phase(Phase.ALPHA)
                                .build());
    }

    private void command(String... words) throws Exception {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = registry.folder().toString();
        new RegistryApplication().run(all);
    }

    private long found(String words) {
        return client.search().initiatives(words).stream().count();
    }

    @Test
    void aCommandLeavesTheServicesIndexAndDatabaseAlone() throws Exception {
        command("verify-audit");
        command("db", "status");
        publish("Report a pothole");
        assertThat(found("missed bin")).isEqualTo(1);
        assertThat(found("pothole")).isEqualTo(1);
        registry.restart();
        client = RegistryClient.builder(registry.address()).build();
        assertThat(found("pothole")).isEqualTo(1);
    }

    @Test
    void theServiceBuildsItsIndexAnewWhenACommandAsks() throws Exception {
        registry.owner().useTransaction(tx -> {
            tx.execute("set local session_replication_role = replica");
            tx.execute("update initiatives set title = 'Found by reindexing only'");
        });
        assertThat(found("reindexing")).isZero();
        command("reindex");
        assertThat(found("reindexing")).isEqualTo(1);
        assertThat(Files.exists(registry.folder().resolve("index-to-be-built"))).isFalse();
    }

    @Test
    void aCommandBuildsTheIndexWhereNoServiceRuns() throws Exception {
        registry.stop();
        command("reindex");
        registry.restart();
        client = RegistryClient.builder(registry.address()).build();
        assertThat(found("missed bin")).isEqualTo(1);
    }
}
