package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.councilregistry.api.RunningRegistry;
import org.junit.jupiter.api.Test;

/** The two settings without which a request answers 201 and nothing is committed; and the control that shows it. */
class PoolTest {
    private final Migrations.Target target =
            RunningRegistry.shared().wiring().address().owner();

    /** One request leaves auto-commit off; does the next one's insert reach other connections? */
    private boolean survives(PoolProperties properties, String table) throws SQLException {
        properties.setMaxActive(1);
        properties.setMaxIdle(1);
        properties.setMinIdle(1);
        properties.setInitialSize(1);
        DataSource pool = new DataSource(properties);
        try {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
            }
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists " + table + " (n int)");
                statement.execute("insert into " + table + " values (1)");
            }
            return RunningRegistry.shared()
                    .wiring()
                    .databases()
                    .jdbi()
                    .withHandle(h -> h.createQuery("select to_regclass('" + table + "') is not null")
                            .mapTo(Boolean.class)
                            .one());
        } finally {
            pool.close(true);
        }
    }

    @Test
    void aTransactionLeftOpenDoesNotSwallowTheNextRequest() throws SQLException {
        assertThat(survives(Pool.to(target, 2, ZoneId.of("Europe/London")), "pool_with"))
                .isTrue();
    }

    @Test
    void daysBeginAndEndInTheRegistrysZone() throws SQLException {
        DataSource pool = new DataSource(Pool.to(target, 1, ZoneId.of("Pacific/Auckland")));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet zone = statement.executeQuery("show time zone")) {
            assertThat(zone.next()).isTrue();
            assertThat(zone.getString(1)).isEqualTo("Pacific/Auckland");
        } finally {
            pool.close(true);
        }
    }

    @Test
    void theDatabaseEndsWhatNobodyWaitsForAnyMore() throws SQLException {
        DataSource pool = new DataSource(Pool.to(target, 1, ZoneId.of("Europe/London")));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select pg_sleep(20)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("statement timeout");
            assertThat(statement.execute("select 1")).isTrue();
        } finally {
            pool.close(true);
        }
    }

    @Test
    void withoutTheInterceptorItWould() throws SQLException {
        PoolProperties bare = Pool.to(target, 2, ZoneId.of("Europe/London"));
        bare.setJdbcInterceptors(null);
        assertThat(survives(bare, "pool_without_interceptor")).isFalse();
    }

    @Test
    void withoutTheDefaultItWould() throws SQLException {
        PoolProperties bare = Pool.to(target, 2, ZoneId.of("Europe/London"));
        bare.setDefaultAutoCommit(null);
        assertThat(survives(bare, "pool_without_default")).isFalse();
    }
}
