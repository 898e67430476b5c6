package org.councilregistry.api.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database to the schema of this release. Runs on a connection of its own, one node at a time. */
public final class Migrations {
    private static final String CHANGELOG = "org/councilregistry/schema/migrations/changelog.yaml";
    private static final long LOCK = 0x7265676973747279L;

    private final Target target;
    private final String service;

    /**
     * For this database.
     *
     * @param target as whom the tables are made, who owns them then
     * @param service as whom the service works on them; the same one, or one who is given what she needs and no more
     */
    public Migrations(Target target, String service) {
        this.target = target;
        this.service = service;
    }

    /** Where a database is, and who goes there. */
    public record Target(String url, String user, String password) {
        /** A connection of its own, outside the pool. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /** Work on an open changelog. */
    private interface Work<T> {
        T run(Liquibase liquibase) throws LiquibaseException;
    }

    /** Applies what has not been applied yet; returns how many changes that were. */
    public int migrate() {
        return run(liquibase -> {
            int pending = pending(liquibase).size();
            if (pending > 0) liquibase.update(new Contexts(), new LabelExpression());
            if (!service.equals(target.user())) grant();
            return pending;
        });
    }

    private void grant() throws LiquibaseException {
        try (Connection owner = target.connect()) {
            Grants.give(owner, service);
        } catch (SQLException e) {
            throw new LiquibaseException(e.getMessage(), e);
        }
    }

    /** The changes that have not been applied yet. */
    public List<String> pending() {
        return run(
                liquibase -> pending(liquibase).stream().map(ChangeSet::getId).toList());
    }

    /** Takes back the last changes. */
    public void rollback(int count) {
        run(liquibase -> {
            liquibase.rollback(count, new Contexts(), new LabelExpression());
            return count;
        });
    }

    private static List<ChangeSet> pending(Liquibase liquibase) throws LiquibaseException {
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = target.connect();
                Connection guard = target.connect()) {
            lock(guard);
            requireUtf8(guard);
            requireDurable(guard);
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            // the advisory lock says that nobody else migrates, so a lock still held was left by a migration that died
            LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
            return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> work.run(open(database)));
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The database could not be brought up to date: " + e.getMessage()
                            + ". Nothing was half done; mend the cause and start again.",
                    e);
        }
    }

    private static Liquibase open(Database database) throws LiquibaseException {
        Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return liquibase;
    }

    private static void lock(Connection guard) throws SQLException {
        try (Statement statement = guard.createStatement()) {
            statement.execute("set lock_timeout = '120s'");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        }
    }

    private static void requireUtf8(Connection guard) throws SQLException {
        try (Statement statement = guard.createStatement();
                ResultSet row = statement.executeQuery("show server_encoding")) {
            row.next();
            if (!"UTF8".equals(row.getString(1))) {
                throw new SQLException("its encoding is " + row.getString(1) + ", not UTF8: make one with"
                        + " 'create database registry encoding UTF8 template template0'");
            }
        }
    }

    /** What was confirmed must survive a crash: refuses a database that is set to forget. */
    private static void requireDurable(Connection guard) throws SQLException {
        try (Statement statement = guard.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('fsync') = 'on',"
                        + " current_setting('full_page_writes') = 'on',"
                        + " current_setting('synchronous_commit') in ('on', 'remote_apply')")) {
            row.next();
            String[] names = {"fsync", "full_page_writes", "synchronous_commit"};
            for (int i = 0; i < names.length; i++) {
                if (row.getBoolean(i + 1)) continue;
                throw new SQLException(
                        "its setting " + names[i] + " is off, so a change that was confirmed could be lost:" + " set "
                                + names[i] + " = on in postgresql.conf, for the database and for its user");
            }
        }
    }
}
