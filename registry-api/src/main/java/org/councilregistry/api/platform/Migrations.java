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
import org.jspecify.annotations.Nullable;

/** Brings a database to the schema of this release. Runs on a connection of its own, one node at a time. */
public final class Migrations {
    private static final String CHANGELOG = "org/councilregistry/schema/migrations/changelog.yaml";
    /** Held by who makes or changes the schema. */
    static final long LOCK = 0x7265676973747279L;

    private final Target target;
    private final @Nullable Target service;

    /**
     * For this database.
     *
     * @param target as whom the tables are made, who owns them then
     * @param service as whom the service works on them, if that is somebody else: she is given what she needs and no more
     */
    public Migrations(Target target, @Nullable Target service) {
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

    /**
     * Applies what has not been applied yet; returns how many changes that were. Leaves a database alone that a later release
     * has brought up to date: this one is meant to work on it.
     */
    public int migrate() {
        return run(liquibase -> {
            List<ChangeSet> pending = pending(liquibase);
            boolean later = !liquibase
                    .listUnexpectedChangeSets(new Contexts(), new LabelExpression())
                    .isEmpty();
            if (later && pending.stream().allMatch(ChangeSet::isRunOnChange)) return 0;
            if (!pending.isEmpty()) liquibase.update(new Contexts(), new LabelExpression());
            if (service != null) admit(service);
            return pending.size();
        });
    }

    private void admit(Target service) throws LiquibaseException {
        try (Connection owner = target.connect()) {
            Grants.give(owner, service.user());
            try (Connection her = service.connect()) {
                requireDurable(her);
                Grants.requireHarmless(her);
            }
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
            requirePublic(guard);
            requireDurable(guard);
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            // the advisory lock says that nobody else migrates, so a lock still held was left by a migration that died
            LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
            return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> work.run(open(database)));
        } catch (Exception e) {
            String cure = "42501".equals(Databases.state(e))
                    ? "Its user may not do that: name who owns the tables in REGISTRY_DATABASE_OWNER and start again."
                    : "Nothing was half done; mend the cause and start again.";
            throw new IllegalStateException(
                    "The database could not be brought up to date: " + e.getMessage() + ". " + cure, e);
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
        String encoding = Grants.value(guard, "show server_encoding");
        if (encoding.equals("UTF8")) return;
        throw new SQLException("its encoding is " + encoding + ", not UTF8: make one with"
                + " 'create database registry encoding UTF8 template template0'");
    }

    private static void requirePublic(Connection guard) throws SQLException {
        String schema = Grants.value(guard, "select current_schema");
        if ("public".equals(schema)) return;
        throw new SQLException("its tables would be made in the schema " + schema
                + ", not in public, where backups look for them: take currentSchema out of"
                + " REGISTRY_DATABASE_URL, and search_path from its user");
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
