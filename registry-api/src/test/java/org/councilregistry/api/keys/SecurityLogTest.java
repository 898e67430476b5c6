package org.councilregistry.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who was refused is written down, in one line each, without what she showed. */
class SecurityLogTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Logger log = (Logger) LoggerFactory.getLogger("security");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    private List<String> about(String mark) {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(mark))
                .toList();
    }

    @Test
    void whoShowsABadKeyIsWrittenDownWithoutTheKey() {
        String bad = KeyText.make(KeyText.Kind.KEY).written();
        assertThat(new Http(registry.address(), bad)
                        .get("/v1/keys/of-a-stranger", "X-Forwarded-For", "203.0.113.9")
                        .status())
                .isEqualTo(401);
        assertThat(about("of-a-stranger"))
                .containsExactly("refused unauthenticated: GET /v1/keys/of-a-stranger from 127.0.0.1");
        assertThat(about(bad)).isEmpty();
    }

    @Test
    void whoMayNotIsWrittenDown() {
        String viewer = registry.key(Role.VIEWER, registry.council());
        Http.Answer answer = new Http(registry.address(), viewer)
                .send("POST", "/v1/keys", "{\"label\":\"of-a-viewer\"}", "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(about("refused forbidden: POST /v1/keys from 127.0.0.1")).isNotEmpty();
        assertThat(about("of-a-viewer")).isEmpty();
    }

    @Test
    void anAddressIsWrittenDownAsItCame() {
        new Http(registry.address(), KeyText.make(KeyText.Kind.KEY).written()).get("/v1/keys/first%20refused%20nobody");
        assertThat(about("/v1/keys/first%20refused%20nobody"))
                .hasSize(1)
                .noneMatch(line -> line.contains("refused nobody"));
    }
}
