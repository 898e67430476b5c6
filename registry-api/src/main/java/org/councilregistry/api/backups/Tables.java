package org.councilregistry.api.backups;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the database as PostgreSQL itself knows them, so that a new one is never forgotten. */
final class Tables {
    private static final String MIGRATIONS = "databasechangelog";
    /** How the schema came about is not data, and limits begin afresh. */
    private static final Set<String> LEFT_OUT = Set.of(MIGRATIONS, "databasechangeloglock", "limits");

    private Tables() {}

    /** All tables with the columns that are stored, those that others refer to first. */
    static Map<String, List<String>> all(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        String sql = """
                select c.relname, string_agg(a.attname, ',' order by a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated = ''
                group by c.relname order by c.relname
                """;
        for (List<String> row : rows(connection, sql)) {
            if (!LEFT_OUT.contains(row.get(0))) {
                columns.put(row.get(0), List.of(row.get(1).split(",", -1)));
            }
        }
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        for (String table : order(connection, columns.keySet())) ordered.put(table, columns.get(table));
        return ordered;
    }

    private static Set<String> order(Connection connection, Set<String> tables) throws SQLException {
        String sql = """
                select distinct conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                where contype = 'f' and conrelid <> confrelid
                """;
        List<List<String>> references = rows(connection, sql);
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            for (String table : tables) {
                boolean waits =
                        references.stream().anyMatch(r -> r.get(0).equals(table) && !ordered.contains(r.get(1)));
                if (!waits) ordered.add(table);
            }
            if (ordered.size() == before) throw new IllegalStateException("tables refer to each other in a circle");
        }
        return ordered;
    }

    /** The migrations that have been applied. */
    static List<String> migrations(Connection connection) throws SQLException {
        return rows(connection, "select id from " + MIGRATIONS + " order by orderexecuted").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** The columns that are numbered by the database: table and column. */
    static List<List<String>> numbered(Connection connection) throws SQLException {
        return rows(connection, """
                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''
                """);
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) row.add(found.getString(i));
                rows.add(row);
            }
        }
        return rows;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
