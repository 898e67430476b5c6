package org.councilregistry.api.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the service may do in the database where somebody else owns the tables: read and write, and only add to the log. */
final class Grants {
    private static final String LOG = "select tgrelid from pg_trigger where tgfoid = 'guard_events'::regproc";
    private static final String TABLES =
            "select string_agg(oid::regclass::text, ', ') from pg_class where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace and pg_has_role(relowner, 'usage') and oid ";
    private static final String HARMFUL = "select bool_or(rolsuper or rolcreaterole"
            + " or pg_has_role(c.relowner, 'member') or pg_has_role(n.nspowner, 'member')"
            + " or has_schema_privilege(n.oid, 'create')"
            + " or has_table_privilege(c.oid, 'update, delete, truncate, trigger'))"
            + " from pg_roles, pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where rolname = current_user and c.oid in (" + LOG + ")";

    private Grants() {}

    /** Gives her what she needs, as the owner of the tables, and takes what she had besides. */
    static void give(Connection owner, String user) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            String her = statement.enquoteIdentifier(user, true);
            String log = value(owner, TABLES + "in (" + LOG + ")");
            String others = value(owner, TABLES + "not in (" + LOG + ")");
            for (String sql : statements(her, log, others)) statement.execute(sql);
        }
        owner.commit();
    }

    /** The later ones are for what the next migration makes: nodes that run meanwhile go on. */
    private static List<String> statements(String her, String log, String others) {
        return List.of(
                "grant usage on schema public, read to " + her,
                "grant select on all tables in schema read to " + her,
                "revoke all on " + log + ", databasechangelog from " + her,
                "grant select, insert, update, delete on " + others + " to " + her,
                "revoke insert, update, delete on databasechangelog from " + her,
                "grant select, insert on " + log + " to " + her,
                // what is redacted is emptied, and the trigger sees to it that nothing else is
                "grant update (salt, data, reason) on events to " + her,
                "alter default privileges in schema public grant select, insert, update, delete on tables to " + her,
                "alter default privileges in schema read grant select on tables to " + her);
    }

    /** Refuses a user who can change the log all the same: a guard that guards nothing is worse than none. */
    static void requireHarmless(Connection service) throws SQLException {
        if (!"t".equals(value(service, HARMFUL))) return;
        throw new SQLException("its user " + value(service, "select current_user")
                + " can change what the log of events says, as a superuser, as an owner of the database or its tables,"
                + " or by what she was granted: name one who cannot in REGISTRY_DATABASE_USER, or nobody in"
                + " REGISTRY_DATABASE_OWNER");
    }

    /** The one value that a query is answered with. */
    static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
