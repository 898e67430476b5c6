package org.councilregistry.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that councils have. */
class RowFileTest {
    @TempDir
    private Path folder;

    private RowFile read(String name, byte[] bytes) {
        try {
            return RowFile.read(Files.write(folder.resolve(name), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RowFile csv(String text) {
        return read("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private RowFile jsonl(String text) {
        return read("a.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quotesCommasAndLineEndsInCellsSurvive() {
        RowFile file = csv("Project,What\r\n\"Bins, \"\"missed\"\"\",\"one\r\ntwo\"\r\n\r\n  Roads , x \"y\" z\r\n");
        assertThat(file.columns()).containsExactly("Project", "What");
        assertThat(file.rows())
                .containsExactly(
                        new RowFile.Row(2, Map.of("Project", "Bins, \"missed\"", "What", "one\r\ntwo"), null),
                        new RowFile.Row(5, Map.of("Project", "Roads", "What", "x \"y\" z"), null));
    }

    @Test
    void theSeparatorIsTheOneThatPartsTheHeader() {
        assertThat(csv("Title;Summary, short;Status\na;b;c").columns())
                .containsExactly("Title", "Summary, short", "Status");
        assertThat(csv("Title,\"a;b;c;d\",Status\na,b,c").columns()).containsExactly("Title", "a;b;c;d", "Status");
        assertThat(csv("Title\tSummary, short\na\tb").columns()).containsExactly("Title", "Summary, short");
        assertThat(csv("sep=;\nTitle;Status\na;b").rows())
                .containsExactly(new RowFile.Row(3, Map.of("Title", "a", "Status", "b"), null));
        assertThat(csv("Title\na, b").rows()).hasSize(1);
    }

    @Test
    void windowsAndUtf16AreReadAsTheyAreMeant() {
        String text = "Project\nT\u0177 \u2013 caf\u00e9\n";
        assertThat(csv("\uFEFF" + text).columns()).containsExactly("Project");
        assertThat(read("u.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .rows())
                .extracting(row -> row.cells().get("Project"))
                .containsExactly("T\u0177 \u2013 caf\u00e9");
        assertThat(read("w.csv", "Project\nCaf\u00e9 \u2013 \u00a35\n".getBytes(Charset.forName("windows-1252")))
                        .rows())
                .extracting(row -> row.cells().get("Project"))
                .containsExactly("Caf\u00e9 \u2013 \u00a35");
    }

    @Test
    void shortRowsAreFilledAndLongOnesHaveAFault() {
        List<RowFile.Row> rows = csv("a,b\n1\n1,2,\n1,2,3\n,,\n").rows();
        assertThat(rows.get(0).cells()).isEqualTo(Map.of("a", "1", "b", ""));
        assertThat(rows.get(1).fault()).isNull();
        assertThat(rows.get(2).fault()).contains("more cells than the header");
        assertThat(rows).hasSize(3);
    }

    @Test
    void columnsWithoutANameOrWithAnothersGetTheirOwn() {
        assertThat(csv("a,,a,a\n1,2,3,4\n").rows().get(0).cells())
                .isEqualTo(Map.of("a", "1", "column 2", "2", "a (2)", "3", "a (3)", "4"));
    }

    @Test
    void aLineOfJsonIsARow() {
        RowFile file = jsonl("{\"a\":\"x\",\"b\":[\"y\",\"z\"],\"c\":null}\n\n{\"a\":2.50,\"d\":{\"e\":true}}\n");
        assertThat(file.columns()).containsExactly("a", "b", "c", "d");
        assertThat(file.rows().get(0)).isEqualTo(new RowFile.Row(1, Map.of("a", "x", "b", "y; z", "c", ""), null));
        assertThat(file.rows().get(1).line()).isEqualTo(3);
        assertThat(file.rows().get(1).cells()).containsEntry("d", "{\"e\":true}");
    }

    @Test
    void whatIsNoFileOfRowsIsSaidToBeNone() {
        assertThatThrownBy(() -> read("a.xlsx", new byte[1])).hasMessageContaining("save the spreadsheet as CSV");
        assertThatThrownBy(() -> csv(" \n")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> csv("a\nb\n\"c\nd\n")).hasMessageContaining("line 3");
        assertThatThrownBy(() -> jsonl("{}\n[1]\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> jsonl("{}\n{\n")).hasMessageContaining("line 2 is not JSON");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<String> cells = List.of("a,b", "a;b", "say \"x\"", "one\ntwo", "", "plain");
        for (char separator : new char[] {',', ';', '\t'}) {
            assertThat(CsvText.read(CsvText.write(cells, separator), separator))
                    .containsExactly(new CsvText.Line(1, cells));
        }
    }
}
