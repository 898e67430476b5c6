package org.councilregistry.api.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Trees;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was saved under load is put back whole, or not at all. */
class BackupTest {
    private static final int FIRST = 20;

    @TempDir
    Path folder;

    private static Http.Answer publish(Http editor, Organisation council, int n) {
        return editor.send(
                "PUT",
                "/v1/organisations/" + council.slug() + "/initiatives/b" + n,
                "{\"title\":\"Work " + n + "\",\"summary\":\"What number " + n
                        + " does.\",\"phase\":\"alpha\",\"tags\":[\"x\"]}");
    }

    private static Manifest save(Wiring wiring, Path into) throws Exception {
        return new Backup(wiring.address().target(), wiring.secrets()).into(into, line -> {});
    }

    private static void restore(Wiring wiring, Path from) throws Exception {
        new Restore(wiring.address().owner(), wiring.secrets()).from(from, line -> {});
    }

    /** A registry that is saved while somebody writes; where its secret goes. */
    private Manifest savedUnderLoad(Path into, Path secret) throws Exception {
        try (RunningRegistry registry = RunningRegistry.byWordsAlone()) {
            Organisation council = registry.council();
            Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));
            for (int n = 0; n < FIRST; n++)
                assertThat(publish(editor, council, n).status()).isEqualTo(200);
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicInteger next = new AtomicInteger(FIRST);
            Thread load = new Thread(() -> {
                while (going.get()) publish(editor, council, next.getAndIncrement());
            });
            load.start();
            Manifest manifest = save(registry.wiring(), into);
            going.set(false);
            load.join();
            Files.copy(registry.folder().resolve("secret"), secret, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        }
    }

    private static long rows(Manifest manifest, String table) {
        return manifest.tables().stream()
                .filter(saved -> saved.name().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    @Test
    void whatIsSavedUnderLoadIsRestoredToOneMoment() throws Exception {
        Path data = RunningRegistry.emptyFolder();
        Path saved = folder.resolve("saved");
        Manifest manifest = savedUnderLoad(saved, data.resolve("secret"));
        assertThat(rows(manifest, "initiatives")).isGreaterThanOrEqualTo(FIRST);
        try (Wiring empty = RunningRegistry.parts(data)) {
            restore(empty, saved);
            assertThat(save(empty, folder.resolve("again")).tables()).isEqualTo(manifest.tables());
            AuditCheck.Report report = new AuditCheck(empty.databases()).run();
            assertThat(report.fault()).isNull();
            assertThatThrownBy(() -> restore(empty, saved)).hasMessageContaining("not empty");
        }
        try (RunningRegistry restored = RunningRegistry.in(data)) {
            Http anyone = new Http(restored.address(), null);
            Eventually.until(Duration.ofSeconds(30), () -> anyone.get("/readyz").status() == 200);
            JsonNode found =
                    anyone.get("/v1/search?type=initiative&q=work&total=true").json();
            assertThat(found.path("total").asLong()).isEqualTo(rows(manifest, "initiatives"));
            Organisation council = restored.council();
            Http editor = new Http(restored.address(), restored.key(Role.EDITOR, council));
            assertThat(publish(editor, council, 1).status()).isEqualTo(200);
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingIsRestored() throws Exception {
        Path data = RunningRegistry.emptyFolder();
        Path saved = folder.resolve("saved");
        savedUnderLoad(saved, data.resolve("secret"));
        byte[] other = "somebody else's\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(saved.resolve("keys.tsv.gz")))) {
            zip.write(other);
        }
        try (Wiring empty = RunningRegistry.parts(data)) {
            assertThatThrownBy(() -> restore(empty, saved)).hasMessageContaining("keys.tsv.gz");
            assertThat(rows(save(empty, folder.resolve("again")), "initiatives"))
                    .isZero();
        }
        Trees.delete(data);
    }

    @Test
    void aBackupIsForItsOwnerAloneAndReplacesNothing() throws Exception {
        Path data = RunningRegistry.emptyFolder();
        try (Wiring empty = RunningRegistry.parts(data)) {
            Path saved = folder.resolve("saved");
            save(empty, saved);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
                    .isEqualTo("rwx------");
            assertThatThrownBy(() -> save(empty, saved)).hasMessageContaining("there already");
            assertThatThrownBy(() -> restore(empty, folder)).hasMessageContaining("no manifest.json");
        }
        Trees.delete(data);
    }
}
