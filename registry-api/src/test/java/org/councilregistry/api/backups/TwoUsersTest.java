package org.councilregistry.api.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database as an operator makes it, whose users are no superusers: one for everything, or an owner and the service. */
class TwoUsersTest {
    private static final String OWNER = "two_owner";
    private static final String SERVICE = "two_service";
    private static final String SECRET = "a secret of at least thirty-two characters";

    private final Migrations.Target embedded =
            RunningRegistry.shared().wiring().address().owner();
    private final String url = embedded.url().replaceFirst("/registry$", "/two");

    @TempDir
    Path folder;

    private void superuser(String... statements) {
        RunningRegistry.shared().owner().useHandle(h -> {
            for (String statement : statements) h.execute(statement);
        });
    }

    @BeforeEach
    void make() {
        superuser(
                "create role " + OWNER + " login password 'x'",
                "create role " + SERVICE + " login password 'x'",
                "create database two owner " + OWNER + " encoding UTF8 template template0");
    }

    @AfterEach
    void drop() {
        superuser("drop database two", "drop role " + OWNER, "drop role " + SERVICE);
    }

    private RunningRegistry registry(boolean apart) {
        return RunningRegistry.with(Map.of(
                "dw.database.url",
                url,
                "dw.database.user",
                apart ? SERVICE : OWNER,
                "dw.database.password",
                "x",
                "dw.database.owner",
                apart ? OWNER : "",
                "dw.database.ownerPassword",
                apart ? "x" : "",
                "dw.secret",
                SECRET,
                "dw.meanings",
                "false"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenIsRedactedSavedAndRestored(boolean apart) throws Exception {
        try (RunningRegistry registry = registry(apart)) {
            Organisation council = registry.council();
            Http editor = new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, council));
            Http.Answer made = editor.send(
                    "PUT",
                    "/v1/organisations/" + council.slug() + "/initiatives/bins",
                    "{\"title\":\"Bins\",\"summary\":\"s\",\"phase\":\"alpha\"}");
            String initiative = "/v1/initiatives/"
                    + made.json().path("initiative").path("id").asText();
            assertThat(editor.send(
                                    "POST",
                                    initiative + "/redact",
                                    "{\"reason\":\"a mistake\"}",
                                    "If-Match",
                                    editor.get(initiative).header("ETag"))
                            .status())
                    .isEqualTo(200);
            registry.restart();
            new Backup(registry.wiring().address().target(), new Secrets(SECRET))
                    .into(folder.resolve("saved"), line -> {});
        }
        superuser("drop database two", "create database two owner " + OWNER + " encoding UTF8 template template0");
        Migrations.Target owner = new Migrations.Target(url, OWNER, "x");
        new Migrations(owner, apart ? new Migrations.Target(url, SERVICE, "x") : null).migrate();
        new Restore(owner, new Secrets(SECRET)).from(folder.resolve("saved"), line -> {});
        try (RunningRegistry restored = registry(apart)) {
            assertThat(restored.council().version()).isEqualTo(1);
            AuditCheck.Report report = new AuditCheck(restored.wiring().databases()).run();
            assertThat(report.fault()).isNull();
            assertThat(report.redacted()).isPositive();
        }
    }

    @Test
    void tablesOfOthersAreNobodysBusiness() {
        try (RunningRegistry registry = registry(true)) {
            Migrations.Target there = new Migrations.Target(url, embedded.user(), embedded.password());
            Jdbi.create(there.url(), there.user(), there.password())
                    .useHandle(h -> h.execute("create table others (n int)"));
            registry.restart();
            boolean reads = registry.wiring()
                    .databases()
                    .jdbi()
                    .withHandle(h -> h.createQuery("select has_table_privilege('others', 'select')")
                            .mapTo(Boolean.class)
                            .one());
            assertThat(reads).isFalse();
        }
    }
}
