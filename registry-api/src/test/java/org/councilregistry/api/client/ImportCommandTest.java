package org.councilregistry.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.InitiativeQuery;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Origin;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A council's spreadsheet becomes records, and stays the source of them. */
class ImportCommandTest {
    private static final String MAP = """
            columns: {title: Project, summary: What, phase: Status, suppliers: Supplier, users: Who}
            phases: {In flight: implementation}
            """;
    private static final String HEADER = "Project,What,Status,Supplier,Who\n";

    @TempDir
    private Path folder;

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final RegistryClient editor = Clients.of(registry, Role.EDITOR, council);
    private final InitiativeQuery ours = editor.initiatives().all().organisation(council.slug());
    private CommandLine command;

    @BeforeEach
    void map() throws IOException {
        command = new CommandLine(registry, folder, registry.key(Role.EDITOR, council));
        command.write("map.yml", "organisation: " + council.slug() + "\n" + MAP);
    }

    private Initiative only() {
        List<Initiative> all = ours.stream().toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void aSpreadsheetIsPublishedAndTheSecondTimeNothingChanges() throws IOException {
        command.write("in.csv", HEADER + "Bins,Missed bins.,In flight,X Ltd; Y,Residents\nRoads,Potholes.,BAU,,\n");
        CommandLine.Result dry = command.imports("in.csv", "--dry-run");
        assertThat(dry.out()).isEqualTo("would be created 2, updated 0, unchanged 0, refused 0 of 2 rows");
        assertThat(dry.err()).contains("bins: Bins [implementation]");
        assertThat(ours.stream()).isEmpty();

        CommandLine.Result first = command.imports("in.csv");
        assertThat(first.code()).isZero();
        assertThat(first.out()).isEqualTo("created 2, updated 0, unchanged 0, refused 0 of 2 rows");
        assertThat(ours.stream()).extracting(Initiative::phase).containsOnly(Phase.IMPLEMENTATION, Phase.LIVE);
        assertThat(ours.stream()).extracting(Initiative::origin).containsOnly(Origin.CSV);

        assertThat(command.imports("in.csv").out()).isEqualTo("created 0, updated 0, unchanged 2, refused 0 of 2 rows");
        command.write("in.csv", HEADER + "Bins,Missed bins.,live,X Ltd; Y,Residents\nRoads,Potholes.,BAU,,\n");
        assertThat(command.imports("in.csv").out()).startsWith("created 0, updated 1, unchanged 1");
    }

    @Test
    void anEmptiedCellEmptiesItsMemberAndWhatAPersonWroteStays() throws IOException {
        command.write("in.csv", HEADER + "Bins,Missed bins.,live,X Ltd,\n");
        command.imports("in.csv");
        editor.initiatives()
                .edit(only().id(), d -> d.withSummary("Bins that were missed.").withUsers("Everybody"));
        command.write("in.csv", HEADER + "Bins,Missed bins.,live,,\n");
        CommandLine.Result second = command.imports("in.csv");
        assertThat(second.out()).startsWith("created 0, updated 1");
        assertThat(second.err())
                .contains("kept as people changed it, line 2: summary")
                .doesNotContain("users");
        assertThat(only().suppliers()).isEmpty();
        assertThat(only().summary()).isEqualTo("Bins that were missed.");
        assertThat(only().users()).isEqualTo("Everybody");
    }

    @Test
    void aRefusedRowThatIsPutRightTakesNobodysPlace() throws IOException {
        command.write("in.csv", HEADER + "Trees,Oaks.,perhaps,,\nTrees,Elms.,live,,\nTrees,Limes.,stopped,,\n");
        assertThat(command.imports("in.csv").out()).isEqualTo("created 1, updated 0, unchanged 0, refused 2 of 3 rows");
        String again = Files.readString(folder.resolve("errors.csv"))
                .replace(",perhaps,", ",live,")
                .replace(",stopped,", ",live,");
        command.write("again.csv", again);
        assertThat(command.imports("again.csv").out())
                .isEqualTo("created 2, updated 0, unchanged 0, refused 0 of 2 rows");
        command.write("in.csv", HEADER + "Trees,Oaks.,live,,\nTrees,Elms.,live,,\nTrees,Limes.,live,,\n");
        assertThat(command.imports("in.csv").out()).isEqualTo("created 0, updated 0, unchanged 3, refused 0 of 3 rows");
        assertThat(ours.stream()).extracting(Initiative::summary).contains("Oaks.", "Elms.", "Limes.");
    }

    @Test
    void refusedRowsComeBackAndAreImportedWhenTheyArePutRight() throws IOException {
        command.write(
                "in.csv",
                HEADER + "Bins,Missed bins.,live,,\n,No title.,live,,\nRoads,Potholes.,perhaps,,\n"
                        + "Caf\u00e9,Food.,stopped,,\n");
        CommandLine.Result first = command.imports("in.csv");
        assertThat(first.code()).isEqualTo(3);
        assertThat(first.out()).isEqualTo("created 1, updated 0, unchanged 0, refused 3 of 4 rows");
        List<String> errors = Files.readAllLines(folder.resolve("errors.csv"));
        assertThat(errors).hasSize(4);
        assertThat(errors.get(1)).startsWith("3,column 'Project' is empty,,No title.");
        assertThat(errors.get(2)).startsWith("4,the status 'perhaps' is not known");
        assertThat(errors.get(3)).startsWith("5,").contains("/learning").contains("Caf\u00e9");

        Files.move(folder.resolve("errors.csv"), folder.resolve("again.csv"));
        String again = Files.readString(folder.resolve("again.csv"))
                .replace(",,No title.", ",Named,No title.")
                .replace(",perhaps,", ",live,")
                .replace(",stopped,", ",live,");
        command.write("again.csv", again);
        assertThat(command.imports("again.csv").out())
                .isEqualTo("created 3, updated 0, unchanged 0, refused 0 of 3 rows");
        assertThat(folder.resolve("errors.csv")).doesNotExist();
        assertThat(ours.stream()).extracting(Initiative::title).contains("Caf\u00e9", "Named");
    }

    @Test
    void ownersAreFoundByAnyNameAndRegisteredWhereTheMapSaysSo() throws IOException {
        String tail = " " + Long.toString(System.nanoTime(), 36);
        List<String> names =
                List.of("HMRC", "Ville de Montr\u00e9al", "NS&I", "ideasis / Turkey", "Foo: Bar", "etalab-x");
        StringBuilder rows = new StringBuilder("Owner;Project;Status\n");
        for (String name : names) rows.append(name).append(tail).append(";Bins;live\n");
        rows.append("VILLE DE MONTREAL").append(tail).append(";Roads;live\n");
        command.write("in.csv", rows.toString());
        String map = "organisationColumn: Owner\ncolumns: {title: Project, phase: Status}\n";
        command.write("map.yml", map);
        CommandLine admin = new CommandLine(registry, folder, registry.key(Role.SECTOR_ADMIN, null));
        assertThat(admin.imports("in.csv").out()).contains("refused 7 of 7");
        assertThat(Files.readString(folder.resolve("errors.csv"))).contains("createOrganisations: other");

        command.write("map.yml", map + "createOrganisations: other\n");
        CommandLine.Result dry = admin.imports("in.csv", "--dry-run");
        assertThat(dry.out()).startsWith("would be created 7");
        assertThat(dry.err()).contains("organisations to be registered: 6");
        CommandLine.Result first = admin.imports("in.csv");
        assertThat(first.out()).isEqualTo("created 7, updated 0, unchanged 0, refused 0 of 7 rows");
        assertThat(first.err()).contains("organisations registered: 6");
        CommandLine.Result second = admin.imports("in.csv");
        assertThat(second.out()).isEqualTo("created 0, updated 0, unchanged 7, refused 0 of 7 rows");
        assertThat(second.err()).doesNotContain("organisations registered");
    }

    @Test
    void anUnknownCouncilOrAForeignOneIsSaidAtOnce() throws IOException {
        command.write("in.csv", HEADER + "Bins,Missed bins.,live,,\n");
        command.write("map.yml", "organisation: gss:E99999999\n" + MAP);
        CommandLine.Result unknown = command.imports("in.csv");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no organisation gss:E99999999");
        command.write("map.yml", "organisation: " + registry.council().slug() + "\n" + MAP);
        assertThat(command.imports("in.csv").code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors.csv"))).contains("another organisation");
    }

    @Test
    void anImportKilledHalfWayAndRunAgainConverges() throws Exception {
        int rows = 150;
        StringBuilder text = new StringBuilder(HEADER);
        IntStream.range(0, rows).forEach(i -> text.append("Project " + i + ",What it is " + i + ".,live,,\n"));
        command.write("in.csv", text.toString());
        Process process = command.begin("in.csv");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (there() < 30 && System.nanoTime() < deadline) TimeUnit.MILLISECONDS.sleep(20);
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        long before = there();
        assertThat(before).isBetween(30L, rows - 1L);

        CommandLine.Result again = command.imports("in.csv");
        assertThat(again.code()).isZero();
        assertThat(again.out()).matches("created \\d+, updated 0, unchanged \\d+, refused 0 of " + rows + " rows");
        assertThat(there()).isEqualTo(rows);
        assertThat(ours.stream().map(Initiative::title).sorted())
                .isEqualTo(IntStream.range(0, rows)
                        .mapToObj(i -> "Project " + i)
                        .sorted()
                        .toList());
        assertThat(ours.stream()).allMatch(i -> i.version() == 1);
        assertThat(command.imports("in.csv").out())
                .isEqualTo("created 0, updated 0, unchanged " + rows + ", refused 0 of " + rows + " rows");
    }

    private long there() {
        Long total = ours.page(1).total();
        return total == null ? 0 : total;
    }
}
