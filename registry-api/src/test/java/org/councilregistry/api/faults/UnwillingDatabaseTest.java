package org.councilregistry.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A database that answers, but stores nothing: changes are to be sent again later, and reads go on. */
class UnwillingDatabaseTest {
    private static final RunningRegistry registry = RunningRegistry.byWordsAlone();

    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
    /** Of a key that is not noted as used yet, which needs a change, too. */
    private final Http reader = new Http(registry.address(), registry.key(Role.VIEWER, council));

    @AfterAll
    static void close() {
        registry.close();
    }

    private static void database(String... statements) {
        registry.owner().useHandle(h -> {
            for (String statement : statements) h.execute(statement);
        });
    }

    private Http.Answer publish() {
        String path = "/v1/organisations/" + council.slug() + "/initiatives/unwilling";
        return editor.send("PUT", path, "{\"title\":\"Work\",\"summary\":\"What it does.\",\"phase\":\"alpha\"}");
    }

    private void assertRefused(String problem) {
        Http.Answer refused = publish();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(reader.get("/v1/initiatives?limit=1").status()).isEqualTo(200);
    }

    private void assertStoredNow() {
        assertThat(publish().json().path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void aFullDiskTakesNoChangeAndIsRead() {
        database(
                "create function full_disk() returns trigger language plpgsql as"
                        + " 'begin raise exception using errcode = ''53100''; end'",
                "create trigger full_disk before insert on events execute function full_disk()",
                "create trigger full_disk before update on keys execute function full_disk()");
        assertRefused("unavailable");
        database("drop trigger full_disk on events", "drop trigger full_disk on keys");
        assertStoredNow();
    }

    @Test
    void aDatabaseThatIsReadOnlyIsRead() {
        assertThat(editor.get("/v1/whoami").status()).isEqualTo(200);
        database("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
        Eventually.until(Duration.ofSeconds(10), () -> !storing());
        assertRefused("read-only");
        database("alter system reset default_transaction_read_only", "select pg_reload_conf()");
        Eventually.until(Duration.ofSeconds(10), UnwillingDatabaseTest::storing);
        assertStoredNow();
    }

    /** Whether each connection has heard what was set. */
    private static boolean storing() {
        return registry.wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select current_setting('transaction_read_only')")
                        .mapTo(String.class)
                        .one())
                .equals("off");
    }
}
