package org.councilregistry.api.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.glassfish.jersey.server.ContainerResponse;

/** Writes {@link Rows}, and says under which licence, as of which day and into which file. */
final class RowsWriter {
    /** Without it spreadsheets read UTF-8 as something else, and save names with accents broken. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final MediaType UTF_8 = MediaType.valueOf(Rows.CSV + ";charset=utf-8");

    private final InstantSource clock;

    private final Consumer<Caller> standing;

    /** Dates files by this clock, and asks from time to time whether the caller may go on. */
    RowsWriter(InstantSource clock, Consumer<Caller> standing) {
        this.clock = clock;
        this.standing = standing;
    }

    /**
     * Makes the answer of these rows, as far as this caller may see them.
     *
     * @param breakOff ends the connection: a file that ends in the middle must not look whole
     */
    void answer(Rows<?> rows, Caller caller, ContainerResponseContext response, Runnable breakOff) {
        boolean csv =
                response.getMediaType() != null && response.getMediaType().isCompatible(MediaType.valueOf(Rows.CSV));
        String file =
                rows.name() + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + (csv ? ".csv" : ".jsonl");
        response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        if (rows.open()) response.getHeaders().putSingle(HttpHeaders.LINK, "<" + Rows.LICENCE + ">; rel=\"license\"");
        StreamingOutput output = out -> {
            try {
                if (csv) csv(rows, caller, out);
                else lines(rows, caller, out);
            } catch (Throwable e) {
                // until then it is answered as a problem; Jersey begins to send long before the server does
                if (response instanceof ContainerResponse begun && begun.isCommitted()) breakOff.run();
                throw e;
            }
        };
        if (csv) response.setEntity(output, response.getEntityAnnotations(), UTF_8);
        else response.setEntity(output);
    }

    private void lines(Rows<?> rows, Caller caller, OutputStream out) throws IOException {
        each(rows, caller, record -> {
            out.write(record);
            out.write('\n');
        });
    }

    /** Writes a record, which is JSON, in another form. */
    private interface Form {
        void write(byte[] record) throws IOException;
    }

    private void each(Rows<?> rows, Caller caller, Form form) throws IOException {
        ObjectWriter disclosed = Disclosure.writer(caller);
        int written = 0;
        for (Object item : rows.items()) {
            if (++written % Rows.BATCH == 0) standing.accept(caller);
            form.write(disclosed.writeValueAsBytes(item));
        }
    }

    private void csv(Rows<?> rows, Caller caller, OutputStream out) throws IOException {
        List<Column> columns = Column.of(rows.type(), caller);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        line(columns.stream().map(Column::name).toList(), text);
        each(rows, caller, json -> {
            JsonNode record = Json.MAPPER.readTree(json);
            List<String> cells = new ArrayList<>();
            for (Column column : columns) cells.add(column.cell(record));
            line(cells, text);
        });
        text.flush();
    }

    private static void line(List<String> cells, Writer text) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) text.write(',');
            text.write(quoted(cells.get(i)));
        }
        text.write("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
