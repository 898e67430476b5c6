package org.councilregistry.client.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row, read through the map. */
record Cells(Mapping mapping, RowFile.Row row) {

    /** What a member of the row says, or the default; null where neither says anything. */
    @Nullable
    String text(String member) {
        String own = own(member);
        String text = own == null || own.isEmpty() ? mapping.defaults().get(member) : own;
        return text == null || clean(text).isEmpty() ? null : clean(text);
    }

    /** Whether there is a cell for a member, and nothing in it. */
    boolean emptied(String member) {
        String own = own(member);
        return own != null && own.isEmpty() && !mapping.defaults().containsKey(member);
    }

    private @Nullable String own(String member) {
        String column = mapping.columns().get(member);
        String text = column == null ? null : row.cells().get(column);
        return text == null ? null : clean(text);
    }

    /**
     * Line ends as they are everywhere, nothing that cannot be seen, no space at the ends, and without the apostrophe by
     * which an export keeps spreadsheets from reading a text as a formula.
     */
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", " ")
                .replaceAll("^[\\s\u00A0\u200B\uFEFF]+|[\\s\u00A0\u200B\uFEFF]+$", "")
                .replaceFirst("^'(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])", "");
    }

    String required(String member) {
        String text = text(member);
        if (text == null) throw new UsageException(place(member) + " is empty");
        return text;
    }

    /** The parts of a list in one cell: between semicolons, or else between commas, bars or line ends. */
    List<String> parts(String member) {
        String text = text(member);
        if (text == null) return List.of();
        return Arrays.stream(text.split(text.contains(";") ? ";" : "[,\n|]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    @Nullable
    LocalDate date(String member) {
        String text = text(member);
        if (text == null) return null;
        try {
            if (text.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
                String[] parts = text.split("/", 3);
                return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            }
            boolean timed = text.matches("\\d{4}-\\d{2}-\\d{2}[T ].*");
            return LocalDate.parse(timed ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new UsageException(place(member) + ": '" + text + "' is no date; write 2026-04-01 or 1/4/2026");
        }
    }

    /** Who leads the work, as the file or the map names it. */
    String organisation() {
        if (mapping.organisationColumn() == null) return Objects.requireNonNull(mapping.organisation());
        String named = clean(row.cells().getOrDefault(mapping.organisationColumn(), ""));
        if (!named.isEmpty()) return mapping.organisations().getOrDefault(Names.key(named), named);
        String other = mapping.organisationMissing() == null ? mapping.organisation() : mapping.organisationMissing();
        if (other != null) return other;
        throw new UsageException("column '" + mapping.organisationColumn()
                + "' is empty; fill it, or say 'organisationMissing' in the map");
    }

    private String place(String member) {
        String column = mapping.columns().get(member);
        return column == null ? member : "column '" + column + "'";
    }
}
