package org.councilregistry.api.platform;

import io.dropwizard.lifecycle.Managed;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** The connections to PostgreSQL, set so that nothing leaks between requests and a lost server is noticed at once. */
public final class Pool implements Managed, AutoCloseable {
    private final DataSource dataSource;

    /** Connects to this database with at most so many connections. */
    public Pool(String url, String user, String password, int connections) {
        this.dataSource = new DataSource(properties(url, user, password, connections));
    }

    private static PoolProperties properties(String url, String user, String password, int connections) {
        PoolProperties pool = new PoolProperties();
        pool.setUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
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
        pool.setValidationQueryTimeout(1);
        pool.setValidationQuery("/* alive? */");
        pool.setConnectionProperties("connectTimeout=1;socketTimeout=5;tcpKeepAlive=true;ApplicationName=council-registry");
        return pool;
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
