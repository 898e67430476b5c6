package org.councilregistry.api.imports;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.councilregistry.api.platform.Text;
import org.jspecify.annotations.Nullable;

/**
 * A table from a CSV file whose first line names the columns. UTF-8, or the Windows code page where it is not that.
 *
 * @param columns the columns as they are looked up: lower case, words joined by hyphens
 * @param rows the rows that could be read
 * @param refused the others
 */
record CsvFile(List<String> columns, List<Row> rows, List<ImportReport.Line> refused) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final ObjectReader LISTS =
            new CsvMapper().readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    /**
     * One row.
     *
     * @param line the physical line on which it begins
     * @param cells what it has, by column
     */
    record Row(int line, Map<String, String> cells) {
        /** Whether the file has the column at all. */
        boolean has(String column) {
            return cells.containsKey(column);
        }

        /** What stands in a column; null if that is nothing. */
        @Nullable
        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) return null;
            String clean = CellText.clean(cell);
            return clean.isEmpty() ? null : clean;
        }
    }

    /** The row of the list as it was read, and where it began. */
    private record Cells(int line, List<String> values) {
        boolean blank() {
            return values.stream().allMatch(v -> CellText.clean(v).isEmpty());
        }
    }

    /** Reads a file. */
    static CsvFile of(byte[] file) {
        List<ImportReport.Line> refused = new ArrayList<>();
        List<Cells> all = new ArrayList<>();
        String text = text(file);
        for (int from = 0, line = 1; from < text.length(); ) {
            int broken = read(text.substring(from), line, all, refused);
            if (broken == 0) break;
            from = after(text, from, broken - line + 1);
            line = broken + 1;
        }
        all.removeIf(Cells::blank);
        if (all.isEmpty())
            throw new IllegalArgumentException("The file is empty: not even a line that names the columns.");
        return table(all.remove(0), all, refused);
    }

    /** Reads rows to the end, or to one that cannot be read; returns the line of that one, or 0. */
    private static int read(String text, int first, List<Cells> all, List<ImportReport.Line> refused) {
        int line = first;
        try (MappingIterator<List<String>> rows = LISTS.readValues(new StringReader(text))) {
            while (rows.hasNextValue()) {
                all.add(new Cells(line, rows.nextValue()));
                line = first + rows.getCurrentLocation().getLineNr() - 1;
            }
            return 0;
        } catch (IOException e) {
            refused.add(new ImportReport.Line(
                    line,
                    "is not CSV: a quotation mark is not closed, or something stands between one and the next comma"));
            return line;
        }
    }

    private static int after(String text, int from, int lines) {
        int at = from;
        for (int i = 0; i < lines && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    private static CsvFile table(Cells header, List<Cells> body, List<ImportReport.Line> refused) {
        List<String> columns = header.values().stream()
                .map(name -> Text.slug(CellText.clean(name)))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Cells cells : body) {
            if (cells.values().size() == columns.size()) {
                rows.add(new Row(cells.line(), byColumn(columns, cells.values())));
            } else {
                String reason = "has " + cells.values().size() + " cells where the first line names " + columns.size()
                        + " columns; a text with a comma in it belongs in quotation marks";
                refused.add(new ImportReport.Line(cells.line(), reason));
            }
        }
        return new CsvFile(columns, rows, refused);
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> values) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) cells.putIfAbsent(columns.get(i), values.get(i));
        return cells;
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, WINDOWS);
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The file is not text in UTF-8. Save it as \"CSV UTF-8\".");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Says which of the columns is missing that the import cannot do without. */
    void require(String... needed) {
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException("The file has no column '" + column + "'. Its columns are: "
                        + String.join(", ", columns) + ".");
            }
        }
    }
}
