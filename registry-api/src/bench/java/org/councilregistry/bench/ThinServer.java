package org.councilregistry.bench;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jspecify.annotations.Nullable;

/** The ceiling {@code thin}: the thinnest Dropwizard resource that gives the same answers, each by one JDBC statement. */
public final class ThinServer extends Application<Configuration> {
    private static final String SETTINGS = """
            server:
              gzip: {enabled: false}
              requestLog: {appenders: []}
              applicationConnectors: [{type: http, port: %s, bindHost: 127.0.0.1}]
              adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
            logging: {level: WARN}
            """;

    /** Starts it; where, and over which database, stands in the environment. */
    public static void main(String[] args) throws Exception {
        new ThinServer().run("server", "thin.yml");
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(path -> new ByteArrayInputStream(
                SETTINGS.formatted(System.getenv("THIN_PORT")).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        PoolProperties pool = new PoolProperties();
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setUrl(System.getenv("THIN_URL"));
        pool.setUsername("registry");
        pool.setPassword(System.getenv("THIN_PASSWORD"));
        pool.setMaxActive(Target.CONNECTIONS);
        pool.setInitialSize(Target.CONNECTIONS);
        environment.jersey().register(new ThinResource(new DataSource(pool)));
    }

    /** Two reads. */
    @Path("/thin")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class ThinResource {
        private final DataSource pool;

        ThinResource(DataSource pool) {
            this.pool = pool;
        }

        /** The answer of a get by id. */
        @GET
        @Path("/{id}")
        public Response get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String known)
                throws SQLException {
            try (Connection connection = pool.getConnection();
                    PreparedStatement select =
                            connection.prepareStatement("select tag, json from thin.answers where id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) throw new NotFoundException();
                    String tag = row.getString(1);
                    if (tag.equals(known))
                        return Response.status(304).header("ETag", tag).build();
                    return Response.ok(row.getBytes(2)).header("ETag", tag).build();
                }
            }
        }

        /** The answer of a list with two filters. */
        @GET
        public byte[] list(
                @QueryParam("phase") String phase,
                @QueryParam("service") String service,
                @QueryParam("limit") @DefaultValue("20") int limit,
                @QueryParam("cursor") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after)
                throws SQLException {
            try (Connection connection = pool.getConnection();
                    PreparedStatement select = connection.prepareStatement("select id, json from thin.lists"
                            + " where phase = ? and service = ? and id > ? order by id limit ?")) {
                select.setString(1, phase);
                select.setString(2, service);
                select.setObject(3, after);
                select.setInt(4, limit + 1);
                try (ResultSet rows = select.executeQuery()) {
                    return page(rows, limit);
                }
            }
        }

        private static byte[] page(ResultSet rows, int limit) throws SQLException {
            ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 16);
            page.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
            String last = "";
            String next = null;
            for (int i = 0; rows.next(); i++) {
                if (i == limit) {
                    next = last;
                    break;
                }
                if (i > 0) page.write(',');
                page.writeBytes(rows.getBytes(2));
                last = rows.getString(1);
            }
            String end = next == null ? "]}" : "],\"next\":\"" + next + "\"}";
            page.writeBytes(end.getBytes(StandardCharsets.UTF_8));
            return page.toByteArray();
        }
    }
}
