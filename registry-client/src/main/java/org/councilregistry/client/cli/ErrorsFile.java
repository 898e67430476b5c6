package org.councilregistry.client.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where refused rows come back, as they were, behind their line and the reason: put right, the file is imported again. Each
 * keeps the key that it had among all the rows of its file, so that it does not take another one's.
 */
record ErrorsFile(Path path) {
    /** The column of the keys. */
    static final String KEY = "registry key";

    private static final String BEGINNING = "\uFEFFline";
    private static final String REASON = "reason";

    /** Writes the refused rows, in the manner of the file that they stood in. */
    void write(RowFile source, List<ImportRun.Refused> refused) throws IOException {
        List<String> columns = new ArrayList<>(source.columns());
        columns.removeAll(List.of("line", REASON, KEY));
        List<String> header = new ArrayList<>(List.of(BEGINNING, REASON));
        header.addAll(columns);
        header.add(KEY);
        StringBuilder text = new StringBuilder(CsvText.write(header, source.separator()));
        for (ImportRun.Refused one : refused) {
            List<String> cells =
                    new ArrayList<>(List.of(String.valueOf(one.row().line()), one.reason()));
            for (String column : columns) cells.add(one.row().cells().getOrDefault(column, ""));
            cells.add(one.key());
            text.append(CsvText.write(cells, source.separator()));
        }
        Files.writeString(path, text);
    }

    /** Removes what an earlier import left there, and nothing else. */
    void clear() throws IOException {
        if (Files.notExists(path)) return;
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        boolean ours = text.startsWith(BEGINNING) && text.startsWith(REASON, BEGINNING.length() + 1);
        if (ours) Files.delete(path);
    }
}
