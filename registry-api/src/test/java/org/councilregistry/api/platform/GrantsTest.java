package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.councilregistry.api.RunningRegistry;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As whom the service works, nobody changes or forgets what the log says; as the owner of the tables, somebody could. */
class GrantsTest {
    private static final String OTHER = "grants_other";
    private static final String AROUND = "set local session_replication_role = replica";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Migrations.Target owner = registry.wiring().address().owner();
    private final Jdbi service = registry.wiring().databases().jdbi();

    @AfterEach
    void drop() {
        registry.owner().useHandle(h -> {
            h.execute("drop database if exists " + OTHER);
            boolean there = h.createQuery("select exists (select 1 from pg_roles where rolname = :name)")
                    .bind("name", OTHER)
                    .mapTo(Boolean.class)
                    .one();
            if (there) h.execute("drop owned by " + OTHER);
            h.execute("drop role if exists " + OTHER);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update events set type = 'x'",
                "delete from events",
                "truncate events",
                "truncate event_queue cascade",
                "update event_seals set hash = sha256(hash)",
                "delete from event_seals",
                "delete from checkpoints",
                "update checkpoints set at = now()",
                "alter table events disable trigger events_are_kept",
                "drop trigger events_are_kept on events",
                "create or replace function guard_events() returns trigger language plpgsql as 'begin return new; end'",
                "alter function guard_events() rename to unguarded",
                "alter role current_user createrole",
                AROUND,
                "drop table organisations",
                "create table mine (n int)",
                "update databasechangelog set md5sum = null"
            })
    void theServiceCannot(String change) {
        assertThatThrownBy(() -> service.useTransaction(h -> h.execute(change)))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void whoOwnsTheTablesCould() {
        registry.council();
        int changed = registry.owner().inTransaction(h -> {
            h.execute(AROUND);
            int events = h.execute("update events set type = 'x' where seq = (select min(seq) from events)");
            h.rollback();
            return events;
        });
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void theServiceStartsByItselfWhereThereIsNothingToMigrate() {
        Migrations.Target alone = registry.wiring().address().target();
        assertThat(new Migrations(alone, null).migrate()).isZero();
        registry.owner().useHandle(h -> h.execute("create database " + OTHER));
        Migrations.Target empty = new Migrations.Target(
                alone.url().replaceFirst("/registry$", "/" + OTHER), alone.user(), alone.password());
        assertThatThrownBy(new Migrations(empty, null)::migrate)
                .hasMessageContainingAll("permission denied", "REGISTRY_DATABASE_OWNER");
    }

    private void other(String made) {
        registry.owner().useHandle(h -> h.execute("create role " + OTHER + " login password 'x' " + made));
    }

    @Test
    void aUserWhoCouldChangeTheLogAllTheSameIsRefused() {
        Migrations migrations = new Migrations(owner, new Migrations.Target(owner.url(), OTHER, "x"));
        assertThatThrownBy(migrations::migrate).hasMessageContaining("does not exist");
        for (String made : List.of("superuser", "createrole", "in role " + owner.user(), "in role pg_write_all_data")) {
            drop();
            other(made);
            assertThatThrownBy(migrations::migrate).as(made).hasMessageContaining("nobody in REGISTRY_DATABASE_OWNER");
        }
        drop();
        other("");
        registry.owner().useHandle(h -> h.execute("grant all on all tables in schema public to " + OTHER));
        assertThat(migrations.migrate()).as("what she had besides is taken").isZero();
    }

    @Test
    void aUserForWhomTheDatabaseForgetsIsRefused() {
        other("");
        registry.owner().useHandle(h -> h.execute("alter role " + OTHER + " set synchronous_commit = off"));
        Migrations migrations = new Migrations(owner, new Migrations.Target(owner.url(), OTHER, "x"));
        assertThatThrownBy(migrations::migrate).hasMessageContaining("synchronous_commit is off");
    }
}
