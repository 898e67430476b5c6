package org.councilregistry.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.councilregistry.client.FakeServer.cut;
import static org.councilregistry.client.FakeServer.json;
import static org.councilregistry.client.FakeServer.problem;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.client.FakeServer;
import org.councilregistry.schema.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says and answers when something is wrong. What it does is tested against the service. */
class ImportCommandTest {
    private static final FakeServer.Answer ME = json(200, "{\"role\":\"editor\"}");
    private static final FakeServer.Answer LEEDS = json(
            200,
            "{\"items\":[{\"id\":\"0197b2f0-7a3c-7c1e-8d21-3b5f0a9c1e77\",\"slug\":\"leeds\",\"name\":\"Leeds\"}]}");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("map.yml"), MappingTest.FOUR);
        Files.writeString(folder.resolve("in.csv"), "Council,Project,What,Status\nLeeds,Bins,Missed bins.,live\n");
    }

    private int run(URI address, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "import",
                folder.resolve("in.csv").toString(),
                "--map",
                folder.resolve("map.yml").toString(),
                "--errors",
                folder.resolve("errors.csv").toString(),
                "--url",
                address.toString()));
        line.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    }

    private int run(FakeServer.Answer... answers) {
        try (FakeServer server = new FakeServer(answers)) {
            return run(server.address(), "--key", "crk_test");
        }
    }

    @Test
    void withoutACommandItSaysHowItIsUsed() {
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err))).isZero();
        assertThat(out.toString()).contains("import");
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "import"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--map");
    }

    @Test
    void withoutAKeyItSaysHowToGetOne() {
        assertThat(run(URI.create("http://127.0.0.1:1"), "--key", " ")).isEqualTo(2);
        assertThat(err.toString()).contains("no API key").contains("create-key --role editor");
    }

    @Test
    void aWrongFileOrMapIsWrongUse() throws IOException {
        Files.writeString(folder.resolve("in.csv"), "Council,Titel,What,Status\n");
        assertThat(run(ME)).isEqualTo(2);
        assertThat(err.toString()).contains("'Project'").contains("Council, Titel, What, Status");
        Files.delete(folder.resolve("in.csv"));
        assertThat(run(ME)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file");
    }

    @Test
    void theRefusedRowsNeverOverwriteTheFile() throws IOException {
        Path errors = Files.move(folder.resolve("in.csv"), folder.resolve("errors.csv"));
        String map = folder.resolve("map.yml").toString();
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "import",
                errors.toString(),
                "--map=" + map,
                "--errors=" + errors,
                "--key=k");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--errors FILE");
    }

    @Test
    void whoMayNotHasNoAccess() {
        assertThat(run(problem(ProblemType.UNAUTHENTICATED))).isEqualTo(5);
        assertThat(run(ME, LEEDS, problem(ProblemType.FORBIDDEN))).isEqualTo(5);
        assertThat(err.toString()).contains("then it stopped").doesNotContain("crk_test");
    }

    @Test
    void aRegistryThatIsNotThereIsUnreachable() {
        assertThat(run(URI.create("http://127.0.0.1:1"), "--key", "k")).isEqualTo(7);
        assertThat(err.toString()).contains("http://127.0.0.1:1").contains("cannot be reached");
        assertThat(run(ME, LEEDS, cut())).isEqualTo(7);
        assertThat(run(URI.create("registry"), "--key", "k")).isEqualTo(2);
    }

    @Test
    void refusedRowsComeBackWithTheirReason() throws IOException {
        String refusal = "{\"type\":\"/v1/problems/invalid\",\"title\":\"t\",\"status\":422,"
                + "\"errors\":[{\"pointer\":\"/summary\",\"code\":\"x\",\"message\":\"is rude\"}]}";
        Files.writeString(
                folder.resolve("in.csv"), "Council;Project;What;Status\nLeeds;Bins;\"Missed; \"\"b\"\"\";live\n");
        assertThat(run(ME, LEEDS, json(422, refusal))).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors.csv")))
                .isEqualTo("\uFEFFline;reason;Council;Project;What;Status;registry key\r\n"
                        + "2;column 'What': is rude;Leeds;Bins;\"Missed; \"\"b\"\"\";live;bins\r\n");
        assertThat(out.toString()).contains("created 0, updated 0, unchanged 0, refused 1 of 1 rows");
    }

    @Test
    void anErrorsFileOfOthersIsLeftAlone() throws IOException {
        Path errors = folder.resolve("errors.csv");
        Files.writeString(folder.resolve("in.csv"), "Council,Project,What,Status\n");
        Files.writeString(errors, "line of mine\n");
        assertThat(run(ME)).isZero();
        assertThat(errors).exists();
        Files.writeString(errors, "\uFEFFline,reason,Council\r\n");
        assertThat(run(ME)).isZero();
        assertThat(errors).doesNotExist();
    }

    @Test
    void quietSaysTheResultAlone() {
        try (FakeServer server = new FakeServer(ME, LEEDS, problem(ProblemType.INVALID))) {
            run(server.address(), "--key", "k", "--quiet");
        }
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).isEmpty();
    }
}
