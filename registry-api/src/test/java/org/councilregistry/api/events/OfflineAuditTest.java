package org.councilregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RegistryApplication;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.checkpoints.CheckpointKey;
import org.councilregistry.api.checkpoints.Checkpoints;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log and its checkpoints, verified in the database and, as an export, where there is none. */
class OfflineAuditTest {
    private static final RunningRegistry registry = RunningRegistry.byWordsAlone();
    private static final Databases databases = registry.wiring().databases();
    private static final CheckpointKey key = new CheckpointKey(registry.wiring().secrets());
    private static List<String> export;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        Checkpoints checkpoints = new Checkpoints(databases, key);
        for (int i = 0; i < 4; i++) {
            registry.council();
            Eventually.until(Duration.ofSeconds(20), () -> checkpoints.sign().isPresent());
        }
        String auditor = registry.key(Role.AUDITOR, null);
        Eventually.until(
                Duration.ofSeconds(20),
                () -> databases.read(SealDao.class).log(0, 100).size() >= 5);
        Http.Answer answer = new Http(registry.address(), auditor).get("/v1/exports/events.jsonl");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).isEmpty();
        export = answer.response().body().lines().toList();
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private static AuditCheck.Trust trust() {
        return new AuditCheck.Trust(Set.of(key.publicKey()), Map.of());
    }

    private Path written(List<String> lines) {
        try {
            return Files.write(folder.resolve("log.jsonl"), lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fault(List<String> lines) {
        return new AuditCheck(written(lines), trust()).run().fault();
    }

    private static List<String> with(int line, String from, String to) {
        List<String> changed = new ArrayList<>(export);
        String was = changed.get(line);
        changed.set(line, was.replaceFirst(from, to));
        assertThat(changed.get(line)).as("the tampering").isNotEqualTo(was);
        return changed;
    }

    private static int signed() {
        for (int i = 0; ; i++) if (export.get(i).contains("\"checkpoint\"")) return i;
    }

    @Test
    void theUntouchedLogIsWholeInBothPlaces() {
        AuditCheck.Report online = new AuditCheck(databases, trust()).run();
        AuditCheck.Report offline = new AuditCheck(written(export), trust()).run();
        assertThat(offline.fault()).isNull();
        assertThat(online).isEqualTo(offline);
        assertThat(offline.events()).isEqualTo(export.size());
        assertThat(offline.checkpoints()).isGreaterThanOrEqualTo(4);
        assertThat(offline.signers()).containsExactly(key.publicKey());
    }

    @Test
    void anAlteredLineIsFound() {
        assertThat(fault(with(2, "Council", "Bouncil"))).contains("position 3", "altered");
        assertThat(fault(with(2, "\"audience\":\"public\"", "\"audience\":\"sector\"")))
                .contains("position 3", "altered");
        assertThat(fault(with(2, "\"type\":\"organisation", "\"type\":\"component")))
                .contains("position 3", "altered");
        assertThat(fault(with(2, "\"salt\":\"..", "\"salt\":\"zz"))).contains("position 3", "altered");
        assertThat(fault(with(2, "\"hash\":\"....", "\"hash\":\"beef"))).contains("position 3", "altered");
    }

    @Test
    void aLineThatWasRemovedOrMovedIsFound() {
        List<String> less = new ArrayList<>(export);
        less.remove(1);
        assertThat(fault(less)).contains("position 2 is missing");
        List<String> swapped = new ArrayList<>(export);
        Collections.swap(swapped, 1, 2);
        assertThat(fault(swapped)).contains("position 2");
    }

    @Test
    void aForgedCheckpointIsFound() {
        int line = signed();
        CheckpointKey stranger = new CheckpointKey(new Secrets("x".repeat(32)));
        String own = Pattern.quote(key.publicKey());
        assertThat(fault(with(line, own, stranger.publicKey()))).contains("signed by another key");
        List<String> replaced = with(line, "\"signature\":\"....", "\"signature\":\"AAAA");
        assertThat(fault(replaced)).contains("position " + (line + 1), "does not bear the signature");
        List<String> later =
                with(line, "\"at\":\"[^\"]*\",\"signature\"", "\"at\":\"2020-01-01T00:00:00Z\",\"signature\"");
        assertThat(fault(later)).contains("does not bear the signature");
    }

    @Test
    void aLogThatWasWrittenAnewDoesNotFitItsCheckpoints() {
        int line = signed();
        List<String> moved = new ArrayList<>(export);
        String checkpoint = export.get(line).replaceFirst(".*,(\"checkpoint\":.*)}", "$1");
        moved.set(
                line + 1,
                export.get(line + 1)
                        .replaceFirst("(,\"checkpoint\".*)?}$", "," + Matcher.quoteReplacement(checkpoint) + "}"));
        assertThat(fault(moved)).contains("was signed for another log");
    }

    @Test
    void whatWasCutOffIsFoundByACheckpointThatSomebodyKept() {
        List<String> cut = export.subList(0, export.size() - 2);
        assertThat(fault(cut)).as("nothing in the file says so").isNull();
        String last = new AuditCheck(written(export), trust()).run().hash();
        AuditCheck.Trust kept = new AuditCheck.Trust(Set.of(), Map.of((long) export.size(), last));
        assertThat(new AuditCheck(written(cut), kept).run().fault())
                .contains("deleted at the end", "up to position " + export.size());
        assertThat(new AuditCheck(written(export), kept).run().fault()).isNull();
        AuditCheck.Trust other = new AuditCheck.Trust(Set.of(), Map.of(2L, last));
        assertThat(new AuditCheck(written(export), other).run().fault()).contains("position 2", "noted");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() {
        assertThatThrownBy(() -> fault(List.of("{\"position\":1"))).hasMessageContaining("no whole export");
        assertThatThrownBy(() -> new AuditCheck(folder.resolve("none"), trust()).run())
                .hasMessageContaining("cannot be read");
    }

    private void inTheDatabase(String tampering, String undo, String... said) {
        String table = "kept_" + UUID.randomUUID().toString().replace("-", "");
        registry.owner().useTransaction(h -> {
            h.execute("set local session_replication_role = replica");
            h.execute("create table " + table + " as select * from " + undo);
            h.execute(tampering);
        });
        String fault = new AuditCheck(databases, trust()).run().fault();
        registry.owner().useTransaction(h -> {
            h.execute("set local session_replication_role = replica");
            h.execute("delete from " + undo);
            h.execute("insert into " + undo + " select * from " + table);
            h.execute("drop table " + table);
        });
        assertThat(fault).as(tampering).contains(said);
        assertThat(new AuditCheck(databases, trust()).run().fault())
                .as("undone")
                .isNull();
    }

    @Test
    void tamperingWithCheckpointsInTheDatabaseIsFound() {
        inTheDatabase("update checkpoints set signature = signature || '\\x00'", "checkpoints", "bear the signature");
        inTheDatabase("update checkpoints set at = at + interval '1 second'", "checkpoints", "bear the signature");
        inTheDatabase("update checkpoints set hash = sha256(hash)", "checkpoints", "another log");
        inTheDatabase("update checkpoints set position = position + 10000", "checkpoints", "deleted at the end");
        inTheDatabase(
                "delete from event_seals where position = (select max(position) from checkpoints)",
                "event_seals",
                "is missing");
    }

    /** The command as an auditor runs it: in a process of its own, in an empty folder, with nothing configured. */
    private int command(Path log, List<String> options) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName(),
                "verify-audit",
                log.toString()));
        line.addAll(options);
        Process process = new ProcessBuilder(line)
                .directory(Files.createDirectories(folder.resolve("empty")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theCommandNeedsNeitherDatabaseNorConfiguration() throws Exception {
        List<String> options = List.of("--public-key", key.publicKey());
        assertThat(command(written(export), options)).isZero();
        assertThat(Files.readString(folder.resolve("said"))).contains("The log is whole.", key.publicKey());
        assertThat(command(written(with(2, "Council", "Bouncil")), options)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("said"))).contains("tampered", "position 3");
        assertThat(folder.resolve("empty")).isEmptyDirectory();
    }
}
