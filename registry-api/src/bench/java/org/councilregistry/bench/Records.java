package org.councilregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.councilregistry.api.platform.EmbeddedPostgres;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Text;
import org.councilregistry.schema.InitiativeDraft;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/** Puts the corpus into the database of a service that does not run, straight into its tables. */
final class Records {
    private final Corpus corpus;
    private final Instant now = Instant.now();

    Records(Corpus corpus) {
        this.corpus = corpus;
    }

    /** Fills the tables with so many initiatives, and copies the database as one for the ceilings where wanted. */
    void into(Path folder, int size, boolean copy) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder)) {
            try (Connection connection =
                            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                organisations(connection);
                services(connection);
                statement.execute("create temporary table incoming (doc jsonb)");
                copy(connection, size);
                insert(statement);
                statement.execute("vacuum analyze");
                if (!copy) return;
            }
            String other = postgres.url().replaceFirst("/registry$", "/postgres");
            try (Connection connection = DriverManager.getConnection(other, postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create database bench template registry");
            }
        }
    }

    private static void organisations(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into organisations"
                + " (id, slug, name, name_keys, kind, nation) values (?, ?, ?, ?, 'unitary', 'england')")) {
            for (int n = 0; n < Corpus.ORGANISATIONS; n++) {
                String name = "Bench Council " + n;
                insert.setObject(1, organisationId(n));
                insert.setString(2, Corpus.organisation(n));
                insert.setString(3, name);
                insert.setArray(4, connection.createArrayOf("text", new String[] {Text.key(name)}));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static UUID organisationId(int n) {
        return Corpus.id(2, n % Corpus.ORGANISATIONS);
    }

    private void services(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into services (id, code, label) values (?, ?, ?)")) {
            for (int topic = 0; topic < Vocabulary.TOPICS; topic++) {
                insert.setObject(1, Corpus.id(3, topic));
                insert.setString(2, Corpus.service(topic));
                insert.setString(3, corpus.serviceLabel(topic));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void copy(Connection connection, int size) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy incoming from stdin");
        try (Writer writer = new OutputStreamWriter(new PGCopyOutputStream(copy), StandardCharsets.UTF_8)) {
            for (int n = 0; n < size; n++) {
                writer.write(document(n).toString().replace("\\", "\\\\"));
                writer.write('\n');
            }
        }
    }

    /** A row of the table, by the names of its columns. */
    private ObjectNode document(int n) {
        InitiativeDraft draft = corpus.draft(n);
        ObjectNode row = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : Json.tree(draft).properties()) {
            row.set(column(member.getKey()), member.getValue());
        }
        Instant created = Instant.ofEpochMilli(Corpus.id(1, n).getMostSignificantBits() >>> 16);
        Instant confirmed = now.minus(Duration.ofDays(n % 100));
        row.put("id", Corpus.id(1, n).toString());
        row.put("version", 1);
        row.put("slug", Text.slug(draft.title()) + "-" + n);
        row.put("organisation_id", organisationId(n).toString());
        row.put("co_production", "not-recorded");
        row.put("state", "published");
        row.put("unclaimed", false);
        row.put("origin", "api");
        row.putObject("completeness").putArray("missing");
        row.put("confirmed_at", confirmed.toString());
        row.put("confirmed_by", "Bench Council " + n % Corpus.ORGANISATIONS);
        row.put(
                "confirm_by",
                LocalDate.ofInstant(confirmed, ZoneOffset.UTC).plusDays(90).toString());
        row.put("published_at", created.toString());
        row.put("created_at", created.toString());
        row.put("updated_at", created.toString());
        return row;
    }

    private static String column(String member) {
        return member.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private void insert(Statement statement) throws SQLException {
        String columns = columns(statement);
        // all at once is faster than one by one
        statement.execute("alter table initiatives disable trigger initiatives_labelled");
        statement.execute("insert into initiatives (" + columns + ") select " + columns
                + " from incoming, jsonb_populate_record(null::initiatives, doc)");
        statement.execute("alter table initiatives enable trigger initiatives_labelled");
        statement.execute("insert into initiative_labels select l, i.id from initiatives i,"
                + " labels(i.services, i.benefit_areas, i.tags) l");
        statement.execute("insert into initiative_phases (id, initiative_id, phase, started_on)"
                + " select gen_random_uuid(), id, phase, phase_since from initiatives");
        statement.execute("""
                insert into initiative_participants (initiative_id, organisation_id, role)
                select (i.doc ->> 'id')::uuid, o.id, p ->> 'role'
                from incoming i, jsonb_array_elements(i.doc -> 'participants') p
                join organisations o on o.slug = p ->> 'organisation'
                """);
        statement.execute("""
                insert into events (id, at, organisation_id, type, subject_type, subject_id, subject_version, audience, salt, data,
                  digest)
                select gen_random_uuid(), created_at, organisation_id, 'initiative.published', 'initiative', id, 1, audience,
                  '\\x00', to_jsonb(i)::text, sha256(id::text::bytea)
                from initiatives i order by id
                """);
        // not a chain that verifies, but as many seals as there would be
        statement.execute(
                "insert into event_seals (position, seq, hash) select row_number() over (order by seq), seq, digest"
                        + " from events where seq not in (select seq from event_queue)");
    }

    /** The columns of the table that documents name. */
    private String columns(Statement statement) throws SQLException {
        TreeSet<String> known = new TreeSet<>();
        for (int n = 0; n < 100; n++) document(n).fieldNames().forEachRemaining(known::add);
        StringBuilder columns = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(
                "select column_name from information_schema.columns where table_name = 'initiatives'")) {
            while (rows.next()) {
                if (!known.contains(rows.getString(1))) continue;
                columns.append(columns.isEmpty() ? "" : ", ").append(rows.getString(1));
            }
        }
        return columns.toString();
    }
}
