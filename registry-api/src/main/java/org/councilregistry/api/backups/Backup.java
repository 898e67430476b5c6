package org.councilregistry.api.backups;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.councilregistry.api.backups.Manifest.Saved;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.PrivateFile;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.api.platform.Sha256;
import org.postgresql.PGConnection;

/** Takes everything in the database into a folder: the state of one moment, while the service goes on writing. */
public final class Backup {
    private final Migrations.Target target;
    private final Secrets secrets;

    /** Of this database. */
    public Backup(Migrations.Target target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
    }

    /** Tells under which secret keys were made. */
    static String fingerprint(Secrets secrets) {
        return HexFormat.of().formatHex(secrets.mac("backup", new byte[0])).substring(0, 16);
    }

    /** Writes a backup into a folder that is not there yet; says what it does. */
    public Manifest into(Path folder, Consumer<String> progress) throws IOException, SQLException {
        if (Files.exists(folder)) {
            throw new IllegalStateException(folder + " is there already. Name a folder that does not exist yet.");
        }
        // beside it first, so that a folder of this name is always a whole backup
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Files.createDirectories(folder.toAbsolutePath().getParent());
        makePrivate(unfinished);
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            Tables.execute(connection, "set transaction isolation level repeatable read, read only");
            String millis = "select cast(extract(epoch from now()) * 1000 as bigint)";
            Instant at = Instant.ofEpochMilli(
                    Long.parseLong(Tables.rows(connection, millis).get(0).get(0)));
            List<Saved> saved = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : Tables.all(connection).entrySet()) {
                progress.accept("saving " + table.getKey());
                saved.add(save(connection, table.getKey(), table.getValue(), unfinished));
            }
            Manifest manifest =
                    new Manifest(Manifest.FORMAT, at, fingerprint(secrets), Tables.migrations(connection), saved);
            PrivateFile.create(unfinished.resolve("manifest.json"), Json.MAPPER.writeValueAsString(manifest));
            Files.move(unfinished, folder);
            return manifest;
        }
    }

    /** For its owner alone: it holds contacts, and what is not public. */
    private static void makePrivate(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new IllegalStateException(
                    "A backup into this folder was broken off, or is under way. If it is not, remove " + folder + ".");
        }
        PrivateFile.createFolder(folder);
    }

    private static Saved save(Connection connection, String table, List<String> columns, Path folder)
            throws IOException, SQLException {
        MessageDigest digest = Sha256.digest();
        String copy = "copy (select " + String.join(", ", columns) + " from " + table + " order by 1, 2) to stdout";
        if (columns.size() == 1) copy = copy.replace("order by 1, 2", "order by 1");
        Saved named = new Saved(table, columns, 0, "");
        long rows;
        try (OutputStream file = Files.newOutputStream(folder.resolve(named.file()));
                OutputStream zip = new DigestOutputStream(new GZIPOutputStream(file), digest)) {
            rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, zip);
        }
        return new Saved(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }
}
