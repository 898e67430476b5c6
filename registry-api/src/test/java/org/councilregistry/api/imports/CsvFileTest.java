package org.councilregistry.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private static CsvFile read(String text) {
        return CsvFile.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> lines(CsvFile file) {
        return file.rows().stream().map(CsvFile.Row::line).toList();
    }

    private static List<Integer> refused(CsvFile file) {
        return file.refused().stream().map(ImportReport.Line::line).toList();
    }

    @Test
    void aRowIsNamedByThePhysicalLineOnWhichItBegins() {
        CsvFile file = read("Code,Text\r\n1,\"two\r\nlines\"\r\n\r\n2,one\r\n3,\"and\n\nthree\"\r\n4,last");
        assertThat(lines(file)).containsExactly(2, 5, 6, 9);
        assertThat(file.rows().get(0).text("text")).isEqualTo("two lines");
        assertThat(file.rows().get(3).text("text")).isEqualTo("last");
    }

    @Test
    void columnsAreKnownInAnySpelling() {
        CsvFile file = read("LGSL,Providing Tier,BS-6879\n1,all,x\n");
        assertThat(file.columns()).containsExactly("lgsl", "providing-tier", "bs-6879");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(read("\uFEFFcode,name\n1,a\n").columns()).containsExactly("code", "name");
    }

    @Test
    void aFileOfAnOlderWindowsIsReadInItsOwnCharacters() {
        CsvFile file =
                CsvFile.of("code,name\n1,Ynys M\u00f4n \u2013 council\n".getBytes(Charset.forName("windows-1252")));
        assertThat(file.rows().get(0).text("name")).isEqualTo("Ynys M\u00f4n \u2013 council");
    }

    @Test
    void aRowWithTooManyOrTooFewCellsIsRefusedAlone() {
        CsvFile file = read("code,name\n1,a\n2,b,c\n3\n4,d\n");
        assertThat(lines(file)).containsExactly(2, 5);
        assertThat(refused(file)).containsExactly(3, 4);
        assertThat(file.refused().get(0).text()).contains("3 cells", "2 columns");
    }

    @Test
    void aQuotationMarkThatIsNotClosedCostsItsRowOnly() {
        CsvFile file = read("code,name\n1,a\n2,\"b\n3,c\n4,d\n");
        assertThat(refused(file)).containsExactly(3);
        assertThat(lines(file)).containsExactly(2, 4, 5);
    }

    @Test
    void textBehindAClosingQuotationMarkCostsItsRowOnly() {
        CsvFile file = read("code,name\n1,a\n2,\"b\" x\n3,c\n");
        assertThat(refused(file)).containsExactly(3);
        assertThat(lines(file)).containsExactly(2, 4);
    }

    @Test
    void whatIsNoSuchListSaysWhatIsMissing() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a,b\n").require("code")).hasMessageContaining("'code'", "a, b");
        assertThatThrownBy(() -> CsvFile.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-8");
    }

    @Property(tries = 500)
    void whateverStandsBetweenQuotationMarksIsReadAsItWas(
            @ForAll @Size(min = 1, max = 5) List<@Chars({'a', '"', ',', ';', '\n', ' ', '=', '\u00f4'}) String> cells) {
        Assume.that(cells.stream().anyMatch(cell -> !cell.isBlank()));
        String header = IntStream.range(0, cells.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
        CsvFile file = read(header + "\r\n" + row + "\r\n");
        assertThat(file.refused()).isEmpty();
        assertThat(file.rows())
                .singleElement()
                .satisfies(read -> assertThat(read.cells().values()).containsExactlyElementsOf(cells));
    }

    @Property(tries = 500)
    void anyBytesAreAListOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(CsvFile.of(bytes).columns()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("The file is ");
        }
    }
}
