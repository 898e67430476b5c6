package org.councilregistry.bench;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** A statement of one of the service's Daos, to be issued by plain JDBC: read off the Dao, so that it is always the same. */
final class DaoSql implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([A-Za-z][\\w.]*)");

    private final PreparedStatement statement;
    private final List<String> names = new ArrayList<>();
    private final Connection connection;

    /** Prepares the statement of a Dao's method. */
    DaoSql(Connection connection, String dao, String method) throws SQLException {
        this.connection = connection;
        Matcher name = NAME.matcher(sql(dao, method));
        this.statement = connection.prepareStatement(name.replaceAll(match -> {
            names.add(match.group(1));
            return "?";
        }));
    }

    private static String sql(String dao, String method) {
        try {
            Method found = Arrays.stream(
                            Class.forName("org.councilregistry.api." + dao).getDeclaredMethods())
                    .filter(m -> m.getName().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(dao + " no longer has " + method));
            SqlQuery query = found.getAnnotation(SqlQuery.class);
            return query != null
                    ? query.value()
                    : found.getAnnotation(SqlUpdate.class).value();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no Dao " + dao + " any more", e);
        }
    }

    /** Runs it with these values and reads every row; returns the last one's first column. */
    @Nullable
    Object run(Map<String, ?> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            if (!values.containsKey(names.get(i))) {
                throw new IllegalStateException("the bench has no value for :" + names.get(i));
            }
            bind(i + 1, values.get(names.get(i)));
        }
        Object last = null;
        if (statement.execute()) {
            try (var rows = statement.getResultSet()) {
                while (rows.next()) last = rows.getObject(1);
            }
        }
        return last;
    }

    private void bind(int position, @Nullable Object value) throws SQLException {
        if (value == null) statement.setNull(position, Types.NULL);
        else if (value instanceof List<?> list)
            statement.setArray(position, connection.createArrayOf("text", list.toArray()));
        else statement.setObject(position, value);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
