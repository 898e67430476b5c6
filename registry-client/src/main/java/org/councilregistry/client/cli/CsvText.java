package org.councilregistry.client.cli;

import java.util.ArrayList;
import java.util.List;

/** CSV as spreadsheets write it: commas, semicolons or tabs, quotes around what holds one of them or a line end. */
final class CsvText {
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** A line of cells, and the line of the file in which it begins. */
    record Line(int number, List<String> cells) {}

    /** All lines, the empty ones too. */
    static List<Line> read(String text, char separator) {
        CsvText csv = new CsvText(text, separator);
        List<Line> lines = new ArrayList<>();
        while (csv.at < text.length()) lines.add(csv.line());
        return lines;
    }

    /** The separator that stands most often in the first line, outside quotes; of two as frequent, the one that texts hold less often. */
    static char separator(String text) {
        int[] counts = new int[SEPARATORS.size()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            int found = SEPARATORS.indexOf(c);
            if (!quoted && found >= 0) counts[found]++;
        }
        int best = counts.length - 1;
        for (int i = best; i >= 0; i--) if (counts[i] >= counts[best] && counts[i] > 0) best = i;
        return SEPARATORS.get(best);
    }

    private Line line() {
        int number = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            cells.add(cell());
        }
        endLine();
        return new Line(number, cells);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') at++;
        if (at < text.length() && text.charAt(at) == '\n') at++;
        line++;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == separator || c == '\n' || c == '\r') break;
            if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted(cell);
            } else {
                cell.append(c);
                at++;
            }
        }
        return cell.toString().strip();
    }

    private void quoted(StringBuilder cell) {
        int opened = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') return;
            }
            if (c == '\n') line++;
            cell.append(c);
        }
        throw new UsageException("the file is not proper CSV: the quote opened in line " + opened + " is never closed");
    }

    /** A line of cells as CSV. */
    static String write(List<String> cells, char separator) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean quote = cell.indexOf(separator) >= 0
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            written.add(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(String.valueOf(separator), written) + "\r\n";
    }
}
