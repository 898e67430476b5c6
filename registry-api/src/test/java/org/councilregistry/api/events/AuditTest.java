package org.councilregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever edits the log is found out; whoever redacts it is not accused. */
class AuditTest {
    private static final List<String> LOG = List.of("events", "event_queue", "event_seals", "checkpoints");
    private static final RunningRegistry registry = RunningRegistry.byWordsAlone();

    private final Databases databases = registry.wiring().databases();
    private boolean tampered;

    @BeforeEach
    void fill() {
        for (int i = 0; i < 8; i++) registry.council();
        awaitSealed();
        assertThat(check()).isNull();
    }

    @AfterEach
    void mend() {
        if (!tampered) return;
        registry.owner().useTransaction(h -> {
            h.execute("set local session_replication_role = replica");
            for (String table : LOG) {
                h.execute("delete from " + table);
                h.execute("insert into " + table + " overriding system value select * from kept_" + table);
                h.execute("drop table kept_" + table);
            }
        });
        assertThat(check()).isNull();
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private void awaitSealed() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < deadline) {
            int waiting = databases
                    .jdbi()
                    .withHandle(h -> h.createQuery("select count(*) from event_queue")
                            .mapTo(Integer.class)
                            .one());
            if (waiting == 0) return;
            Eventually.pause();
        }
    }

    private String check() {
        return new AuditCheck(databases).run().fault();
    }

    private void tamper(String... statements) {
        tampered = true;
        registry.owner().useTransaction(h -> {
            for (String table : LOG) h.execute("create table kept_" + table + " as table " + table);
            h.execute("set local session_replication_role = replica");
            for (String statement : statements) h.execute(statement);
        });
    }

    @Test
    void theDatabaseRefusesToChangeAnEvent() {
        assertThatThrownBy(() -> registry.owner().useHandle(h -> h.execute("update events set type = 'x'")))
                .hasMessageContaining("events are kept");
        assertThatThrownBy(() -> registry.owner().useHandle(h -> h.execute("delete from event_seals")))
                .hasMessageContaining("events are kept");
    }

    @Test
    void alteredDataIsFound() {
        tamper("update events set data = replace(data, 'Council', 'Bouncil') where seq = 3");
        assertThat(check()).contains("position 3").contains("data or its reason was altered");
    }

    @Test
    void anInventedReasonIsFound() {
        tamper("update events set reason = 'because' where seq = 3");
        assertThat(check()).contains("position 3").contains("data or its reason was altered");
    }

    @Test
    void anEventThatIsEmptiedWithoutARedactionIsFound() {
        tamper("update events set salt = null, data = null, reason = null where seq = 3");
        assertThat(check()).contains("position 3").contains("emptied, and no redaction or erasure says so");
    }

    @Test
    void aReasonInventedForAnEmptiedEventIsFound() {
        tamper("update events set salt = null, data = null, reason = 'because' where seq = 3");
        assertThat(check()).contains("position 3").contains("data or its reason was altered");
    }

    @Test
    void anEventMadeToLookLikeTheEndOfItsRecordIsFound() {
        tamper("update events set tombstone = true where seq = 3");
        assertThat(check()).contains("position 3").contains("altered");
    }

    @Test
    void anEventOfAnotherRequestIsFound() {
        tamper("update events set request_id = 'another' where seq = 3");
        assertThat(check()).contains("position 3").contains("altered");
    }

    @Test
    void anAlteredActorIsFound() {
        tamper("update events set actor = gen_random_uuid() where seq = 4");
        assertThat(check()).contains("position 4").contains("altered");
    }

    @Test
    void anEventDeletedInTheMiddleIsFound() {
        tamper("delete from event_seals where seq = 5", "delete from events where seq = 5");
        assertThat(check()).contains("position 5").contains("deleted");
    }

    @Test
    void aSealDeletedAtTheEndIsFound() {
        tamper("delete from event_seals where position = (select max(position) from event_seals)");
        assertThat(check()).containsAnyOf("lost its seal", "deleted at the end");
    }

    @Test
    void eventsInAnotherOrderAreFound() {
        tamper(
                "update event_seals set seq = -2 where position = 2",
                "update event_seals set seq = 2 where position = 3",
                "update event_seals set seq = 3 where position = 2");
        assertThat(check()).contains("position 2").contains("another order");
    }

    @Test
    void aRedactedRecordPassesAndItsTextIsGone() {
        Organisation council = registry.council();
        Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
        Http editor = new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, council));
        String path = "/v1/organisations/" + council.slug() + "/initiatives/secret";
        String body = "{\"title\":\"Marker-7391\",\"summary\":\"Marker-7391\",\"phase\":\"alpha\"}";
        Http.Answer made = editor.send("PUT", path, body);
        String id = made.json().path("initiative").path("id").asText();
        String tag = editor.get("/v1/initiatives/" + id).header("ETag");
        Http.Answer redacted =
                editor.send("POST", "/v1/initiatives/" + id + "/redact", "{\"reason\":\"a mistake\"}", "If-Match", tag);
        assertThat(redacted.status()).isEqualTo(200);
        awaitSealed();
        assertThat(check()).isNull();
        assertThat(new AuditCheck(databases).run().redacted()).isPositive();
        assertThat(admin.get("/v1/events?limit=1000").response().body())
                .doesNotContain("Marker-7391")
                .contains("a mistake");
        assertThat(admin.get("/v1/initiatives/" + id + "/history").response().body())
                .doesNotContain("Marker-7391");
        assertThat(new Http(registry.address(), null)
                        .get("/v1/initiatives/" + id)
                        .status())
                .isEqualTo(410);
        int left = databases
                .jdbi()
                .withHandle(h -> h.createQuery(
                                "select count(*) from initiative_sources where document::text like '%Marker%'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(left).isZero();
    }
}
