package org.councilregistry.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.openapi.ContractCheck;
import org.councilregistry.api.openapi.Resources;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.Entity;
import org.junit.jupiter.api.Test;

/** The examples in schema/examples are what the contract says, and what the records read. */
class ExamplesTest {
    private static final Path FOLDER = Resources.root().resolve("schema/examples");

    private static List<Path> examples() throws IOException {
        assertThat(FOLDER).isDirectory();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> examples =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            assertThat(examples).as("examples of the nouns").isNotEmpty();
            return examples;
        }
    }

    private static String name(Path example) {
        return String.valueOf(example.getFileName()).replace(".json", "");
    }

    /** {@code initiative-draft} is an example of {@code InitiativeDraft}. */
    private static String type(Path example) {
        return Arrays.stream(name(example).split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Record read(Path example) throws IOException {
        try {
            Class<?> type = Class.forName(Entity.class.getPackageName() + "." + type(example));
            return (Record) Json.MAPPER.readValue(Files.readString(example), type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(example + " is an example of no record", e);
        }
    }

    @Test
    void everyNounHasItsExample() throws IOException {
        assertThat(examples().stream().map(ExamplesTest::name))
                .contains(
                        "organisation",
                        "succession",
                        "service",
                        "initiative",
                        "component",
                        "outcome",
                        "key",
                        "overlap-check",
                        "initiative-draft");
    }

    @Test
    void everyExampleIsWhatTheContractSays() throws IOException {
        ContractCheck contract = ContractCheck.committed();
        for (Path example : examples()) {
            assertThat(contract.faults(type(example), Files.readAllBytes(example)))
                    .as(name(example))
                    .isEmpty();
        }
    }

    @Test
    void everyExampleIsReadAsItsRecord() throws IOException {
        for (Path example : examples())
            assertThat(read(example)).as(name(example)).isNotNull();
    }

    @Test
    void everyDraftIsAccepted() throws IOException {
        List<Path> drafts =
                examples().stream().filter(e -> name(e).endsWith("-draft")).toList();
        assertThat(drafts).isNotEmpty();
        for (Path draft : drafts)
            assertThat(Bodies.checked(read(draft))).as(name(draft)).isNotNull();
    }
}
