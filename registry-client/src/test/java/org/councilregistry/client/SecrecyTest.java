package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.councilregistry.client.FakeServer.problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** The key goes into one header and nowhere else. */
class SecrecyTest {
    private static final String KEY = "crk_abc_topsecret";

    @Test
    void noTextOfTheClientHoldsTheKey() {
        try (FakeServer server = new FakeServer(problem(ProblemType.UNAUTHENTICATED))) {
            RegistryClient.Builder builder =
                    RegistryClient.builder(server.address()).apiKey(KEY);
            RegistryClient client = builder.build();
            RegistryException e = catchThrowableOfType(RegistryException.class, client::whoami);
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer " + KEY);
            assertThat(List.of(builder.toString(), client.toString(), trace.toString()))
                    .noneMatch(text -> text.contains("topsecret"))
                    .anyMatch(text -> text.contains("with a credential"));
        }
    }

    @Test
    void aTokenIsAskedForAnewAndSentWithTheOrganisation() {
        try (FakeServer server = new FakeServer(problem(ProblemType.FORBIDDEN))) {
            AtomicInteger asked = new AtomicInteger();
            RegistryClient client = RegistryClient.builder(server.address())
                    .accessToken(() -> "topsecret" + asked.incrementAndGet())
                    .actingFor("hackney")
                    .build();
            for (int call = 1; call <= 2; call++) {
                assertThatThrownBy(client::whoami).isInstanceOf(RegistryException.class);
                assertThat(server.requests().get(call - 1).header("Authorization"))
                        .isEqualTo("Bearer topsecret" + call);
                assertThat(server.requests().get(call - 1).header("Acting-For")).isEqualTo("hackney");
            }
            assertThat(client.toString()).doesNotContain("topsecret").contains("for hackney");
            RegistryClient none = RegistryClient.builder(server.address())
                    .accessToken(() -> "")
                    .build();
            assertThatThrownBy(none::whoami).hasMessageContaining("no access token");
        }
    }

    @Test
    void noLogHoldsTheKey() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger("org.councilregistry.client");
        logger.setLevel(Level.ALL);
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
        try (FakeServer server = new FakeServer(problem(ProblemType.UNAVAILABLE))) {
            RegistryClient client =
                    RegistryClient.builder(server.address()).apiKey(KEY).build();
            assertThatThrownBy(() -> client.initiatives().register(Samples.draft()))
                    .isInstanceOf(RegistryException.class);
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
        assertThat(lines)
                .anyMatch(line -> line.contains("POST /v1/initiatives"))
                .noneMatch(l -> l.contains("secret"));
    }

    @Test
    void aKeyThatNoHeaderTakesIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> RegistryClient.builder(URI.create("https://registry.example"))
                        .apiKey("crk_abc\ntopsecret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void anAddressHoldsNoSecretEither() {
        for (String address : List.of("https://me:topsecret@registry.example", "ftp://registry.example", "registry")) {
            assertThatThrownBy(() -> RegistryClient.builder(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("topsecret");
        }
    }

    @Test
    void aNewKeyDoesNotShowItself() {
        Key key = new Key(
                Samples.ID, 1, "nightly", Role.EDITOR, null, "crk_abc", Instant.EPOCH, null, null, Instant.EPOCH);
        assertThat(new CreatedKey(Samples.ID, 1, key, KEY).toString())
                .contains("nightly")
                .doesNotContain("topsecret");
    }
}
