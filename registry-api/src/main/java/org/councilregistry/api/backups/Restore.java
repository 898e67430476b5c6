package org.councilregistry.api.backups;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.councilregistry.api.backups.Manifest.Saved;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.api.platform.Sha256;
import org.postgresql.PGConnection;

/** Puts a backup back into an empty database: all of it or nothing. */
public final class Restore {
    private final Migrations.Target target;
    private final Secrets secrets;

    /** Into this database, as the owner of its tables. */
    public Restore(Migrations.Target target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
    }

    /** Restores what is in a folder; says what it does. Looks at the whole backup before anything is written. */
    public Manifest from(Path folder, Consumer<String> progress) throws IOException, SQLException {
        Manifest manifest = manifest(folder);
        for (Saved table : manifest.tables()) {
            progress.accept("checking " + table.name());
            check(folder, table);
        }
        if (!manifest.secret().equals(Backup.fingerprint(secrets))) {
            progress.accept(
                    "The keys of this backup were made under another secret: none of them will be accepted until"
                            + " REGISTRY_SECRET is the one of the registry that was backed up.");
        }
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            put(connection, folder, manifest, progress);
            connection.commit();
        }
        return manifest;
    }

    private static void put(Connection connection, Path folder, Manifest manifest, Consumer<String> progress)
            throws IOException, SQLException {
        Map<String, List<String>> tables = Tables.all(connection);
        requireOwner(connection);
        requireFit(connection, manifest, tables);
        for (String table : tables.keySet())
            Tables.execute(connection, "alter table " + table + " disable trigger user");
        List<String> last = new ArrayList<>(tables.keySet());
        Collections.reverse(last);
        for (String table : last) Tables.execute(connection, "delete from " + table);
        for (Saved table : manifest.tables()) {
            progress.accept("restoring " + table.name());
            put(connection, folder, table);
        }
        for (List<String> column : Tables.numbered(connection)) {
            Tables.execute(connection, number(column.get(0), column.get(1)));
        }
        Tables.execute(connection, "set constraints all immediate");
        for (String table : tables.keySet())
            Tables.execute(connection, "alter table " + table + " enable trigger user");
    }

    private static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(folder + " holds no backup: it has no manifest.json.");
        }
        Manifest manifest = Json.MAPPER.readValue(Files.readString(file), Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw new IllegalStateException("The backup has format " + manifest.format() + "; this release reads "
                    + Manifest.FORMAT + ". Restore it with the release that made it.");
        }
        return manifest;
    }

    private static void check(Path folder, Saved table) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream rows = rows(folder, table);
                InputStream counted = new DigestInputStream(rows, digest)) {
            counted.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw new IllegalStateException(
                    "The backup is damaged: " + table.file() + " is not what was written. Nothing was restored.");
        }
    }

    private static InputStream rows(Path folder, Saved table) throws IOException {
        return new GZIPInputStream(Files.newInputStream(folder.resolve(table.file())));
    }

    private static void requireOwner(Connection connection) throws SQLException {
        String owns = "select pg_has_role(relowner, 'usage') from pg_class where oid = 'events'::regclass";
        if (Tables.rows(connection, owns).equals(List.of(List.of("t")))) return;
        throw new IllegalStateException("A backup is restored as the owner of the tables: name her in"
                + " REGISTRY_DATABASE_OWNER and REGISTRY_DATABASE_OWNER_PASSWORD.");
    }

    private static void requireFit(Connection connection, Manifest manifest, Map<String, List<String>> tables)
            throws SQLException {
        if (!Tables.migrations(connection).equals(manifest.schema())) {
            throw new IllegalStateException("The backup was made by a release with another schema. Restore it with that"
                    + " release, then upgrade.");
        }
        for (Saved table : manifest.tables()) {
            if (!table.columns().equals(tables.get(table.name()))) {
                throw new IllegalStateException(
                        "The backup has a table " + table.name() + " that this release has not.");
            }
        }
        for (String table : List.of("events", "organisations", "initiatives", "keys")) {
            if (!Tables.rows(connection, "select 1 from " + table + " limit 1").isEmpty()) {
                throw new IllegalStateException("The database is not empty: it has " + table
                        + ". A backup is restored into a new one only; name a new --data folder or another database.");
            }
        }
    }

    private static void put(Connection connection, Path folder, Saved table) throws IOException, SQLException {
        String copy = "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin";
        try (InputStream rows = rows(folder, table)) {
            long put = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
            if (put != table.rows()) throw new IllegalStateException(table.name() + " was not restored whole");
        }
    }

    private static String number(String table, String column) {
        return "select setval(pg_get_serial_sequence('" + table + "', '" + column + "'), greatest(1, (select max("
                + column + ") from " + table + ")))";
    }
}
