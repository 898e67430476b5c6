package org.councilregistry.api.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the service may do in the database where somebody else owns the tables: read and write, and only add to the log. */
final class Grants {
    private static final String LOG =
            "select distinct tgrelid::regclass::text from pg_trigger where tgfoid = 'guard_events'::regproc";
    private static final String SCHEMA =
            "select relnamespace::regnamespace::text from pg_class where oid = 'events'::regclass";
    private static final String POWERFUL = "select rolsuper or pg_has_role(pg_roles.oid, relowner, 'member')"
            + " from pg_roles, pg_class where pg_class.oid = 'events'::regclass and rolname = ";

    private Grants() {}

    /** Gives her what she needs, and takes what she does not. */
    static void give(Connection owner, String user) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            if ("t".equals(String.join("", column(statement, POWERFUL + statement.enquoteLiteral(user))))) {
                throw new SQLException("its user " + user + " can change what the log of events says, because she is a"
                        + " superuser or owns the tables herself: name one who does not in REGISTRY_DATABASE_USER, or"
                        + " nobody in REGISTRY_DATABASE_OWNER");
            }
            String her = statement.enquoteIdentifier(user, true);
            String schema = String.join("", column(statement, SCHEMA));
            String log = String.join(", ", column(statement, LOG));
            for (String sql : statements(her, schema, log)) statement.execute(sql);
        }
        owner.commit();
    }

    /** @param log the tables that are only added to; what is redacted in one of them is emptied, which its trigger checks */
    private static List<String> statements(String her, String schema, String log) {
        return List.of(
                "grant usage on schema " + schema + ", read to " + her,
                "grant select on all tables in schema read to " + her,
                "grant select, insert, update, delete on all tables in schema " + schema + " to " + her,
                "grant usage on all sequences in schema " + schema + " to " + her,
                "revoke update, delete on " + log + " from " + her,
                "grant update (salt, data, reason) on events to " + her,
                "revoke insert, update, delete on databasechangelog from " + her);
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) values.add(rows.getString(1));
        }
        return values;
    }
}
