package org.councilregistry.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.AuditCheck;
import org.councilregistry.api.platform.Trees;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code mvn -Pfaults verify}: two nodes on one database, writers, three kinds of fault, and a ledger that
 * must find nothing afterwards. Then somebody goes behind the registry's back, and it must find that.
 */
class LedgerTest {
    private static final List<String> FLAGS = List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @Test
    void twoNodesLoseNothingAndTheLedgerWouldKnow() throws Exception {
        Path folder = RunningRegistry.emptyFolder();
        try (Scene scene = new Scene(folder, folder, 2, FLAGS)) {
            Crew crew = new Crew(scene, "Council of the ledger", 4, 5);
            try (crew) {
                crew.awaitWrites(50);
                scene.signal("-KILL", true);
                crew.awaitWrites(50);
                scene.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'council-registry'");
                crew.awaitWrites(50);
                scene.nodes().get(1).kill();
                crew.awaitWrites(50);
            }
            assertThat(crew.failures()).isEmpty();
            assertThat(crew.check()).isEqualTo(new Verdict());
            assertThat(Audit.check(scene.target()).fault()).isNull();
            tamper(scene, crew);
        } finally {
            Trees.delete(folder);
        }
    }

    /** Each of these is found, as what it is. */
    private static void tamper(Scene scene, Crew crew) throws Exception {
        List<Ledger.Entry> drafts = Tampering.drafts(crew.ledger());
        Tampering.records(scene, drafts);
        Tampering.event(scene);
        Verdict verdict = crew.check();
        assertThat(verdict.lost())
                .hasSize(1)
                .first()
                .asString()
                .contains(drafts.get(0).name());
        assertThat(verdict.altered())
                .hasSize(1)
                .first()
                .asString()
                .contains(drafts.get(1).name());
        assertThat(verdict.duplicated())
                .hasSize(1)
                .first()
                .asString()
                .contains(drafts.get(2).name());
        assertThat(verdict.feed()).isNotEmpty();
        AuditCheck.Report report = Audit.check(scene.target());
        assertThat(report.fault()).contains("deleted");
    }
}
