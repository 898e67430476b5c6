package org.councilregistry.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A council's file: a spreadsheet saved as CSV, or one JSON object a line. */
final class RowFile {
    private RowFile() {}

    /** A row: where it stands, and its cells by column. */
    record Row(int line, Map<String, String> cells) {}

    static List<Row> read(Path file) throws IOException {
        String text = decode(Files.readAllBytes(file));
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) return jsonl(text);
        if (name.endsWith(".csv")) return csv(text);
        throw new UsageException(file + " is neither .csv nor .jsonl; save the spreadsheet as CSV (UTF-8)");
    }

    /** UTF-8, or what a spreadsheet on Windows writes if it is not. */
    private static String decode(byte[] bytes) {
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

    private static List<Row> csv(String text) throws IOException {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> cells =
                mapper.readerForMapOf(String.class).with(schema).readValues(text)) {
            while (cells.hasNext()) {
                int line = cells.getCurrentLocation().getLineNr();
                rows.add(new Row(line, cells.next()));
            }
        } catch (JsonProcessingException e) {
            throw new UsageException("the file is not proper CSV near line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage());
        }
        return rows;
    }

    private static List<Row> jsonl(String text) {
        ObjectMapper mapper = new ObjectMapper();
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String object : text.split("\n", -1)) {
            line++;
            if (object.isBlank()) continue;
            try {
                Map<String, String> cells = new LinkedHashMap<>();
                mapper.readTree(object).properties().forEach(f -> cells.put(f.getKey(), cell(f.getValue())));
                rows.add(new Row(line, cells));
            } catch (JsonProcessingException e) {
                throw new UsageException("line " + line + " is not JSON: " + e.getOriginalMessage());
            }
        }
        return rows;
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) return "";
        if (!value.isArray()) return value.asText();
        List<String> parts = new ArrayList<>();
        value.forEach(v -> parts.add(v.asText()));
        return String.join("; ", parts);
    }
}
