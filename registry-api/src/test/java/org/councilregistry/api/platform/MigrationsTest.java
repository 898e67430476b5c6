package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.councilregistry.api.RunningRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema, from nothing to the latest, back, and forth again. */
class MigrationsTest {
    private final Migrations.Target shared =
            RunningRegistry.shared().wiring().address().owner();
    private final Migrations.Target target = new Migrations.Target(
            shared.url().replaceFirst("/registry$", "/migrations"), shared.user(), shared.password());
    private final Migrations migrations = new Migrations(target, null);

    private static void execute(Migrations.Target target, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(target.url(), target.user(), target.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @BeforeEach
    void make() throws SQLException {
        execute(shared, "create database migrations");
    }

    @AfterEach
    void drop() throws SQLException {
        execute(shared, "drop database migrations");
    }

    @Test
    void eachChangeCanBeTakenBackAndAppliedAgain() {
        int applied = migrations.migrate();
        assertThat(applied).isGreaterThan(10);
        assertThat(migrations.pending()).isEmpty();
        migrations.rollback(applied);
        assertThat(migrations.pending()).hasSize(applied);
        assertThat(migrations.migrate()).isEqualTo(applied);
    }

    @Test
    void aLockLeftByAKilledMigrationIsReleased() throws SQLException {
        migrations.migrate();
        execute(target, "update databasechangeloglock set locked = true, lockedby = 'somebody who died'");
        migrations.rollback(1);
        assertThat(migrations.migrate()).isEqualTo(1);
    }

    @Test
    void aLaterSchemaIsLeftAsItIs() throws SQLException {
        migrations.migrate();
        execute(target, "update databasechangelog set md5sum = '9:0' where id = 'view-subjects'");
        execute(
                target,
                "insert into databasechangelog select '999-later', author, filename, dateexecuted, orderexecuted + 1,"
                        + " exectype, md5sum from databasechangelog where id = '001-visibility'");
        execute(target, "drop view read.subjects; create view read.subjects as select 1 as later");
        assertThat(migrations.migrate()).isZero();
        execute(target, "select later from read.subjects");
    }

    @Test
    void aDatabaseThatForgetsWhatItConfirmedIsRefused() throws SQLException {
        execute(shared, "alter database migrations set synchronous_commit = off");
        assertThatThrownBy(migrations::migrate).hasMessageContaining("synchronous_commit is off");
        execute(shared, "alter database migrations set synchronous_commit = remote_apply");
        assertThat(migrations.migrate()).isGreaterThan(10);
    }
}
