package org.councilregistry.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.ContractCheck;
import org.councilregistry.api.openapi.Resources;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs show is so: their programs run, their answers are the contract's, their excerpts are in the files. */
class ReadmeTest {
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final String KEY = "System.getenv(\"REGISTRY_API_KEY\")";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "registry-client/README.md"})
    void theProgramOfAReadmeRuns(String name) throws Exception {
        RunningRegistry registry = RunningRegistry.shared();
        Organisation council = registry.council();
        awaitReady(registry);
        Snippets.of(Document.of(name))
                .with(ADDRESS, registry.address().toString())
                .with(KEY, '"' + registry.key(Role.EDITOR, council) + '"')
                .run(folder);
        RegistryClient anybody = RegistryClient.builder(registry.address()).build();
        assertThat(anybody.initiatives().all().organisation(council.slug()).stream())
                .extracting(Initiative::externalId)
                .containsExactly("missed-bins");
    }

    private static void awaitReady(RunningRegistry registry) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        Http http = new Http(registry.address(), null);
        while (http.get("/readyz").status() != 200 && System.nanoTime() < deadline) Eventually.pause();
    }

    @Test
    void aProgramThatNoLongerCompilesIsFound() throws IOException {
        Snippets broken = Snippets.of(Document.of("README.md")).with("overlaps().check", "overlaps().chekc");
        assertThat(broken.errors(folder)).isNotEmpty();
    }

    @Test
    void anAnswerThatIsShownIsOneOfTheContract() throws IOException {
        ContractCheck contract = ContractCheck.committed();
        int checked = 0;
        for (Document document : Document.all()) {
            for (Document.Block block : document.blocks("json")) {
                if (block.schema() == null) continue;
                checked++;
                assertThat(contract.faults(block.schema(), block.text().getBytes(StandardCharsets.UTF_8)))
                        .as(document.name() + ", " + block.schema())
                        .isEmpty();
            }
        }
        assertThat(checked).as("answers that are marked with their schema").isPositive();
    }

    @Test
    void anExcerptOfTheNounsIsInTheFiles() throws IOException {
        Document document = Document.of("schema/README.md");
        for (String language : List.of("sql", "java")) {
            String files = files(language);
            for (Document.Block block : document.blocks(language)) {
                assertThat(block.text().lines().map(String::strip))
                        .as(document.name() + ", " + language)
                        .allMatch(files::contains);
            }
        }
    }

    private static String files(String extension) throws IOException {
        try (Stream<Path> files = Files.walk(Resources.root().resolve("schema"))) {
            List<Path> found = files.filter(f -> f.toString().endsWith("." + extension))
                    .filter(f -> !f.toString().contains("target"))
                    .toList();
            return found.stream().map(ReadmeTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void howToRunAndTestStandsOnTheFirstScreen() throws IOException {
        List<String> screen = Document.of("README.md").text().lines().limit(36).toList();
        assertThat(screen).contains("./registry demo", "mvn verify");
    }
}
