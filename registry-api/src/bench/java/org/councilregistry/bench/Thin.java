package org.councilregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Starts {@code thin} with the launcher's flags, over the answers that the service gives. */
final class Thin implements AutoCloseable {
    private static final Pattern FLAGS = Pattern.compile("REGISTRY_JAVA_OPTS:-([^}]*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private @Nullable Child child;

    /** Works on the PostgreSQL of this service. */
    Thin(Service service) {
        this.service = service;
    }

    /** Keeps what the service answers, by id and by what lists are narrowed by, then serves it. */
    void start() throws IOException, SQLException {
        try (Connection connection = service.connect("bench");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema thin");
            statement.execute("create table thin.answers (id uuid primary key, tag text not null, json text not null)");
            statement.execute("create table thin.lists (phase text, service text, id uuid, json text not null,"
                    + " primary key (phase, service, id))");
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze thin.answers");
            statement.execute("vacuum analyze thin.lists");
        }
        child = launch();
        child.await("/thin/" + Corpus.id(1, firstPublic()));
    }

    private static int firstPublic() {
        Corpus corpus = new Corpus();
        int n = 0;
        while (!Reads.isPublic(corpus, n)) n++;
        return n;
    }

    private void fill(Connection connection) throws IOException, SQLException {
        try (Wire wire = new Wire(service.port());
                PreparedStatement answer =
                        connection.prepareStatement("insert into thin.answers (id, tag, json) values (?, ?, ?)");
                PreparedStatement list = connection.prepareStatement(
                        "insert into thin.lists (phase, service, id, json) values (?, ?, ?, ?)")) {
            String next = "";
            while (next != null) {
                wire.expect(200, Wire.get("/v1/initiatives?limit=200" + next));
                JsonNode page = JSON.readTree(wire.text());
                for (JsonNode item : page.get("items")) keep(item, answer, list);
                answer.executeBatch();
                list.executeBatch();
                next = page.has("next") ? "&cursor=" + page.get("next").asText() : null;
            }
        }
    }

    private static void keep(JsonNode item, PreparedStatement answer, PreparedStatement list) throws SQLException {
        UUID id = UUID.fromString(item.get("id").asText());
        String json = item.toString();
        answer.setObject(1, id);
        answer.setString(2, "\"1-" + String.format("%016x", json.hashCode() * 0x9E37_79B9_7F4A_7C15L) + "\"");
        answer.setString(3, json);
        answer.addBatch();
        for (JsonNode code : item.get("services")) {
            list.setString(1, item.get("phase").asText());
            list.setString(2, code.asText());
            list.setObject(3, id);
            list.setString(4, json);
            list.addBatch();
        }
    }

    private Child launch() throws IOException {
        Matcher flags = FLAGS.matcher(Files.readString(Path.of("..", "registry")));
        if (!flags.find()) throw new IOException("the launcher no longer says its flags");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(flags.group(1).strip().split(" +")));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), ThinServer.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(line);
        int port = Child.freePort();
        builder.environment().put("THIN_PORT", "" + port);
        builder.environment().put("THIN_URL", service.url("bench"));
        builder.environment().put("THIN_PASSWORD", service.password());
        return Child.start(builder, service.folder().resolveSibling("thin.log"), port);
    }

    int port() {
        if (child == null) throw new IllegalStateException("thin does not run");
        return child.port();
    }

    @Override
    public void close() {
        Child.stop(child);
        child = null;
    }
}
