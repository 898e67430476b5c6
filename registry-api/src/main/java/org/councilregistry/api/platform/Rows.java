package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records for a spreadsheet or a program, as CSV (RFC 4180) or as JSON Lines: written one by one, each as far as its reader
 * may see it.
 *
 * @param type what each row is
 * @param records the rows, read as they are written
 */
public record Rows<T extends Record>(Class<T> type, Stream<T> records) {
    /** The media type of CSV. */
    public static final String CSV = "text/csv";

    /** The media type of JSON Lines. */
    public static final String JSON_LINES = "application/jsonl";

    /** Writes them for this reader. */
    void write(Caller reader, boolean csv, OutputStream to) throws IOException {
        ObjectWriter writer = Disclosure.writer(reader);
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        try (records) {
            if (csv) line(String.join(",", names) + "\r", to);
            Iterator<T> rows = records.iterator();
            while (rows.hasNext()) {
                String json = json(writer, rows.next());
                line(csv ? cells(names, Json.parse(json)) : json, to);
            }
        }
    }

    private static void line(String text, OutputStream to) throws IOException {
        to.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String json(ObjectWriter writer, Record row) {
        try {
            return writer.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written", e);
        }
    }

    private static String cells(List<String> names, JsonNode row) {
        List<String> cells = new ArrayList<>();
        for (String name : names) cells.add(cell(row.path(name)));
        return String.join(",", cells) + "\r";
    }

    /** A value as a cell; what a spreadsheet would take for a formula is made a text. */
    static String cell(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
        if (value.isNull()) text = "";
        if (value.isTextual() && text.matches("(?s)[=+@\\t\\r-].*")) text = "'" + text;
        return text.matches("(?s).*[,\"\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
