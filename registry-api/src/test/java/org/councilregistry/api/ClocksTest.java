package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.EmbeddedPostgres;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Order, locks and expiry come from the database's clock. That of a node may be hours ahead: here the database's is behind, by
 * functions of its own that are found before PostgreSQL's.
 */
class ClocksTest {
    private static final RunningRegistry registry = ahead();

    private static RunningRegistry ahead() {
        Path folder = RunningRegistry.newFolder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder)) {
            Migrations.Target target = new Migrations.Target(postgres.url(), postgres.user(), postgres.password());
            try (Connection connection = target.connect();
                    Statement statement = connection.createStatement()) {
                for (String function : List.of("now", "clock_timestamp")) {
                    statement.execute(
                            "create function public." + function + "() returns timestamptz language sql stable"
                                    + " return pg_catalog." + function + "() - interval '3 hours'");
                }
                for (String role : List.of("current_user", EmbeddedPostgres.SERVICE)) {
                    statement.execute("alter role " + role + " set search_path = public, pg_catalog");
                }
            }
            new Migrations(target, null).migrate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return RunningRegistry.in(folder);
    }

    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    private final Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));

    @AfterAll
    static void close() {
        registry.close();
    }

    private Http.Answer publish(String title) {
        String body = "{\"title\":\"" + title + "\",\"summary\":\"About bins.\",\"phase\":\"alpha\"}";
        return editor.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/bins", body);
    }

    private static Instant hoursFromNow(int hours) {
        return Instant.now().plus(Duration.ofHours(hours));
    }

    @Test
    void aKeyExpiresByTheDatabasesClockAlone() {
        KeyDraft hourAgo = new KeyDraft("here it has expired", Role.VIEWER, council.slug(), hoursFromNow(-1));
        String key = String.valueOf(
                registry.wiring().keys().create(Caller.system("test"), hourAgo).secret());
        assertThat(new Http(registry.address(), key).get("/v1/whoami").status()).isEqualTo(200);
        String gone = "{\"label\":\"x\",\"role\":\"viewer\",\"organisation\":\"" + council.slug()
                + "\",\"expiresAt\":\"" + hoursFromNow(-4) + "\"}";
        Http.Answer refused = admin.send("POST", "/v1/keys", gone);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/expiresAt");
    }

    @Test
    void whatHappenedIsInOrderAndDatedByTheDatabase() {
        for (String title : List.of("Bins", "Bins", "Missed bins", "Bins again"))
            assertThat(publish(title).status()).as(title).isEqualTo(200);
        assertThat(publish("Bins again").json().path("outcome").asText()).isEqualTo("unchanged");
        Eventually.until(Duration.ofSeconds(10), () -> titles().size() == 3);
        assertThat(titles()).containsExactly("Bins", "Missed bins", "Bins again");
        JsonNode last = events().get(events().size() - 1);
        assertThat(Instant.parse(last.path("at").asText())).isBefore(hoursFromNow(-2));
        assertThat(new AuditCheck(registry.wiring().databases()).run().fault()).isNull();
    }

    private List<JsonNode> events() {
        List<JsonNode> ours = new ArrayList<>();
        admin.get("/v1/events?limit=1000").json().path("items").forEach(event -> {
            if (event.path("data").path("externalId").asText().equals("bins")) ours.add(event);
        });
        return ours;
    }

    private List<String> titles() {
        return events().stream()
                .map(event -> event.path("data").path("title").asText())
                .toList();
    }
}
