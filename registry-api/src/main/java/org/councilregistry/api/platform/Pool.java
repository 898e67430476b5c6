package org.councilregistry.api.platform;

import io.dropwizard.lifecycle.Managed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.apache.tomcat.jdbc.pool.Validator;

/** The connections to PostgreSQL, set so that nothing leaks between requests and a lost server is noticed at once. */
public final class Pool implements Managed, AutoCloseable {
    private final DataSource dataSource;

    /** Connects with these settings. */
    public Pool(PoolProperties properties) {
        this.dataSource = new DataSource(properties);
    }

    /** The settings for this database, with at most so many connections; calendar dates begin and end in this zone. */
    public static PoolProperties to(Migrations.Target target, int connections, ZoneId zone) {
        PoolProperties pool = new PoolProperties();
        pool.setUrl(target.url());
        pool.setUsername(target.user());
        pool.setPassword(target.password());
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setMaxActive(connections);
        pool.setMaxIdle(connections);
        pool.setInitialSize(Math.min(2, connections));
        pool.setMinIdle(Math.min(2, connections));
        pool.setMaxWait(2_000);
        // Something that leaves auto-commit off must not make the next request answer 201 and commit nothing.
        pool.setDefaultAutoCommit(true);
        pool.setJdbcInterceptors("ConnectionState");
        // Without this a pool never recovers from a failover.
        pool.setTestOnBorrow(true);
        pool.setValidationInterval(500);
        // the timeout ends a little before the socket's, so that the database ends what nobody waits for any more
        pool.setInitSQL("set time zone '" + zone.getId() + "'; set statement_timeout = 4500");
        pool.setValidator(new Alive(pool.getInitSQL()));
        pool.setConnectionProperties(
                "connectTimeout=1;loginTimeout=2;socketTimeout=5;tcpKeepAlive=true;ApplicationName=council-registry");
        return pool;
    }

    /**
     * Asks whether a connection is alive, and waits for a second: a query's own timeout needs a database that answers.
     *
     * @param settings what a new connection begins with; the pool leaves it to its validator where it has one
     */
    private record Alive(String settings) implements Validator {
        @Override
        public boolean validate(Connection connection, int action) {
            try {
                if (action == PooledConnection.VALIDATE_INIT) begin(connection);
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        }

        private void begin(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings);
            }
        }
    }

    /** The connections. */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public void close() {
        dataSource.close(true);
    }
}
