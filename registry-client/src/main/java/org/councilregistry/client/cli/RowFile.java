package org.councilregistry.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A council's file: a spreadsheet saved as CSV, or one JSON object a line.
 *
 * @param columns the names of its columns
 * @param separator what stands between its cells
 */
record RowFile(List<String> columns, char separator, List<Row> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A row.
     *
     * @param line where it begins
     * @param cells by column
     * @param fault why it cannot be read, if it cannot
     */
    record Row(
            int line, Map<String, String> cells, @Nullable String fault) {}

    static RowFile read(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".jsonl")) {
            throw new UsageException(file + " is neither .csv nor .jsonl; save the spreadsheet as CSV (UTF-8)");
        }
        String text = decode(Files.readAllBytes(file));
        if (text.isBlank()) throw new UsageException(file + " is empty");
        return csv ? csv(text) : jsonl(text);
    }

    /** UTF-8, UTF-16 where it says so, or else what a spreadsheet on Windows writes. */
    private static String decode(byte[] bytes) {
        boolean utf16 = bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        if (utf16) return new String(bytes, StandardCharsets.UTF_16);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static RowFile csv(String text) {
        boolean told = text.startsWith("sep=") && text.length() > 5;
        char separator = told ? text.charAt(4) : CsvText.separator(text);
        List<CsvText.Line> lines = new ArrayList<>(CsvText.read(text, separator));
        lines.removeIf(line -> line.cells().stream().allMatch(String::isEmpty));
        if (told) lines.remove(0);
        List<String> columns = columns(lines.get(0).cells());
        List<Row> rows = new ArrayList<>();
        for (CsvText.Line line : lines.subList(1, lines.size())) rows.add(row(columns, line));
        return new RowFile(columns, separator, rows);
    }

    /** The names in the header; one that has none, or another's, gets one of its own. */
    private static List<String> columns(List<String> header) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
            String free = name;
            for (int n = 2; !names.add(free); n++) free = name + " (" + n + ")";
        }
        return List.copyOf(names);
    }

    private static Row row(List<String> columns, CsvText.Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), i < line.cells().size() ? line.cells().get(i) : "");
        }
        boolean more = line.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty());
        return new Row(line.number(), cells, more ? "has more cells than the header: put texts in quotes" : null);
    }

    private static RowFile jsonl(String text) {
        List<Row> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        int line = 0;
        for (String object : text.split("\n", -1)) {
            line++;
            if (object.isBlank()) continue;
            Row row = new Row(line, cells(line, object), null);
            columns.addAll(row.cells().keySet());
            rows.add(row);
        }
        return new RowFile(List.copyOf(columns), ',', rows);
    }

    private static Map<String, String> cells(int line, String object) {
        try {
            if (!(JSON.readTree(object) instanceof ObjectNode members)) {
                throw new UsageException("line " + line + " is not a JSON object");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            members.properties().forEach(member -> cells.put(member.getKey(), cell(member.getValue())));
            return cells;
        } catch (JsonProcessingException e) {
            throw new UsageException("line " + line + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) return "";
        if (!value.isArray()) return value.isObject() ? value.toString() : value.asText();
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(cell(part)));
        return String.join("; ", parts);
    }
}
