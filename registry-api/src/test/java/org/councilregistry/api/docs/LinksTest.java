package org.councilregistry.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.Test;

/** What the documents name exists: links, paths, tests and commands. */
class LinksTest {
    private static final Pattern PATH =
            Pattern.compile("(schema|registry-client|registry-api|\\.ci|\\.mvn)/[\\w./-]*|[\\w-]+\\.(md|yml|yaml|xml)");
    private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w*Test)\\b");
    private static final Pattern COMMAND = Pattern.compile("\\./registry ([a-z][a-z-]*)");
    /** Stand for names that are yet to be chosen. */
    private static final Set<String> PLACEHOLDERS = Set.of("XApiTest", "XTest");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Document document : Document.all()) {
            assertThat(document.links().stream()
                            .filter(link -> !link.matches("(https?:|mailto:|#).*"))
                            .map(link -> link.replaceAll("#.*", "")))
                    .as(document.name())
                    .allMatch(link -> Files.exists(document.folder().resolve(link)));
        }
    }

    @Test
    void everyPathThatIsNamedExists() throws IOException {
        for (Document document : Document.all()) {
            assertThat(document.code().stream()
                            .filter(code -> PATH.matcher(code).matches())
                            .filter(code -> !code.contains("/target/")))
                    .as(document.name())
                    .allMatch(path -> exists(document, path));
        }
    }

    private static boolean exists(Document document, String path) {
        return Files.exists(Resources.root().resolve(path))
                || Files.exists(document.folder().resolve(path));
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> tests = tests();
        for (Document document : Document.all()) {
            assertThat(Document.found(TEST, document.text()).stream().filter(name -> !PLACEHOLDERS.contains(name)))
                    .as(document.name())
                    .allMatch(tests::contains);
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> api = Files.walk(Resources.root().resolve("registry-api/src/test"));
                Stream<Path> client = Files.walk(Resources.root().resolve("registry-client/src/test"))) {
            return Stream.concat(api, client)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyPromiseOfSecurityNamesItsTestOrSaysThatItIsAGap() throws IOException {
        assertThat(Document.of("SECURITY.md").text().lines().filter(line -> line.startsWith("| ")))
                .filteredOn(line -> !line.startsWith("| promise") && !line.startsWith("| item"))
                .isNotEmpty()
                .allMatch(line -> TEST.matcher(line).find() || line.contains("| gap: "));
    }

    @Test
    void everyCommandThatIsNamedIsInTheLaunchersHelp() throws IOException {
        String launcher = Files.readString(Resources.root().resolve("registry"));
        for (Document document : Document.all()) {
            assertThat(Document.found(COMMAND, document.text()))
                    .as(document.name())
                    .allMatch(command -> launcher.contains("./registry " + command));
        }
    }
}
