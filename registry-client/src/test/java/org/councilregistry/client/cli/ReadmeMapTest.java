package org.councilregistry.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.schema.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map as the READMEs show it works, and they name all that it knows. */
class ReadmeMapTest {
    private static final Path README = Path.of("README.md");

    @TempDir
    private Path folder;

    private static String block(Path readme, String language) throws IOException {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(readme));
        assertThat(block.find()).as(readme + " shows " + language).isTrue();
        return block.group(1);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../README.md"})
    void theSpreadsheetThatIsShownIsMappedByTheMapThatIsShown(String readme) throws IOException {
        RowMapper mapper = new RowMapper(Mapping.read(file("map.yml", block(Path.of(readme), "yaml"))));
        List<RowFile.Row> rows =
                RowFile.read(file("rows.csv", block(Path.of(readme), "csv"))).rows();
        List<RowMapper.Mapped> mapped = rows.stream().map(mapper::map).toList();
        assertThat(mapped).extracting(RowMapper.Mapped::externalId).containsExactly("MB-1", "PP-1");
        assertThat(mapped.get(1).draft().phase()).isEqualTo(Phase.LIVE);
        assertThat(mapped).allMatch(row -> row.notes().isEmpty());
    }

    @Test
    void everyKeyOfTheMapIsExplained() throws IOException {
        assertThat(Arrays.stream(Mapping.class.getRecordComponents()).map(RecordComponent::getName))
                .allMatch(named(Files.readString(README)));
    }

    @Test
    void everyMemberIsNamed() throws IOException {
        List<String> members = List.copyOf(Members.all());
        assertThat(members).hasSizeGreaterThan(20).allMatch(named(Files.readString(README)));
    }

    @Test
    void everyStatusWordThatIsKnownIsNamed() throws IOException {
        assertThat(Phases.USUAL.keySet()).allMatch(named(Files.readString(README)));
    }

    private static Predicate<String> named(String text) {
        return word -> text.contains("`" + word + "`");
    }
}
