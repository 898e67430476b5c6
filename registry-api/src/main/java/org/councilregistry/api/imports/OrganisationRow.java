package org.councilregistry.api.imports;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.schema.Identifier;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.OrganisationState;
import org.jspecify.annotations.Nullable;

/**
 * A council as mySociety's list of local authorities has it.
 *
 * @param row the row itself, for what the file may lack
 * @param code the list's own code, such as {@code BIR}
 * @param name the official name
 * @param kind what kind of council
 * @param otherNames further names
 * @param identifiers its codes in other lists
 * @param startedOn first day of its existence
 * @param endedOn first day on which it no longer existed
 * @param state whether it exists
 */
record OrganisationRow(
        CsvFile.Row row,
        String code,
        String name,
        OrganisationKind kind,
        List<String> otherNames,
        List<Identifier> identifiers,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        OrganisationState state) {
    /** The scheme of the list's own code. */
    static final String SCHEME = "local-authority";

    /** The scheme of the statistical codes, which name areas. */
    static final String GSS = "gss";

    static final String CODE = "local-authority-code";
    static final String NAME = "official-name";
    static final String TYPE = "local-authority-type";
    static final String GOVUK_SLUG = "gov-uk-slug";
    private static final String ALTERNATIVES = "alt-names";
    private static final String FORMER_GSS = "former-gss-codes";

    private static final MonthDay YEAR_END = MonthDay.of(3, 31);

    private static final Map<String, OrganisationKind> KINDS = Map.ofEntries(
            Map.entry("NMD", OrganisationKind.NON_METROPOLITAN_DISTRICT),
            Map.entry("UA", OrganisationKind.UNITARY),
            Map.entry("NID", OrganisationKind.NORTHERN_IRELAND_DISTRICT),
            Map.entry("MD", OrganisationKind.METROPOLITAN_DISTRICT),
            Map.entry("SCO", OrganisationKind.SCOTTISH_UNITARY),
            Map.entry("LBO", OrganisationKind.LONDON_BOROUGH),
            Map.entry("CTY", OrganisationKind.COUNTY),
            Map.entry("WPA", OrganisationKind.WELSH_UNITARY),
            Map.entry("COMB", OrganisationKind.COMBINED_AUTHORITY),
            Map.entry("SRA", OrganisationKind.GREATER_LONDON_AUTHORITY),
            Map.entry("CC", OrganisationKind.CITY_CORPORATION));

    /** The columns that hold codes of other lists, and the names of these lists here. */
    private static final List<Map.Entry<String, String>> SCHEMES = List.of(
            Map.entry(GOVUK_SLUG, "govuk"),
            Map.entry("bs-6879", "bs-6879"),
            Map.entry("ecode", "ecode"),
            Map.entry("snac", "snac"),
            Map.entry("os", "os"),
            Map.entry("wdtk-id", "wdtk"),
            Map.entry("open-council-data-id", "open-council-data"));

    /** Reads a row as of a day; says what was repaired or left out. */
    static OrganisationRow of(CsvFile.Row row, LocalDate today, Consumer<String> note) {
        String code = required(row, CODE);
        String name = required(row, NAME);
        if (CellText.damaged(name)) {
            throw ProblemException.invalid(
                    "/" + NAME, "damaged", "a character of the official name was lost on the way: " + name);
        }
        LocalDate start = date(row, "start-date");
        LocalDate end = end(date(row, "end-date"));
        if (start != null && end != null && end.isBefore(start)) {
            throw ProblemException.invalid("/end-date", "before-start", "the end-date is before the start-date");
        }
        return new OrganisationRow(
                row,
                code,
                name,
                kind(required(row, TYPE), name),
                names(row, name, note),
                identifiers(row, code, note),
                start,
                end,
                state(row, start, end, today));
    }

    /** The line of the file. */
    int line() {
        return row.line();
    }

    /** The codes in a cell of this list, such as the successors {@code CBD,WAF}. */
    List<String> codes(String column) {
        return codes(row, column);
    }

    private static List<String> codes(CsvFile.Row row, String column) {
        String cell = row.text(column);
        if (cell == null) return List.of();
        return Arrays.stream(cell.split("[,;]"))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList();
    }

    private static String required(CsvFile.Row row, String column) {
        String text = row.text(column);
        if (text == null) throw ProblemException.invalid("/" + column, "required", "has no " + column);
        return text;
    }

    private static OrganisationKind kind(String type, String name) {
        OrganisationKind kind = KINDS.get(type);
        if (kind == null) {
            String known = String.join(", ", KINDS.keySet().stream().sorted().toList());
            throw ProblemException.invalid(
                    "/" + TYPE, "unknown-word", "'" + type + "' is not a " + TYPE + "; known are: " + known);
        }
        boolean county = kind == OrganisationKind.COMBINED_AUTHORITY && name.contains("Combined County");
        return county ? OrganisationKind.COMBINED_COUNTY_AUTHORITY : kind;
    }

    private static List<String> names(CsvFile.Row row, String name, Consumer<String> note) {
        List<String> names = new ArrayList<>();
        if (CellText.misread(row.cells().getOrDefault(ALTERNATIVES, ""))) {
            note.accept("its " + ALTERNATIVES + " had been read in the wrong character set and were repaired");
        }
        for (String other : OtherNames.of(name, row.text("nice-name"), row.text(ALTERNATIVES))) {
            if (CellText.damaged(other))
                note.accept("left out a name of which a character was lost on the way: " + other);
            else names.add(other);
        }
        return names;
    }

    private static List<Identifier> identifiers(CsvFile.Row row, String code, Consumer<String> note) {
        List<Identifier> identifiers = new ArrayList<>();
        identifiers.add(identifier(SCHEME, code));
        codes(row, "gss-code").forEach(gss -> identifiers.add(identifier(GSS, gss)));
        codes(row, FORMER_GSS).forEach(gss -> identifiers.add(identifier(GSS, gss)));
        for (Map.Entry<String, String> list : SCHEMES) {
            String cell = row.text(list.getKey());
            String value = cell == null ? null : CellText.code(cell);
            if (value != null) identifiers.add(identifier(list.getValue(), value));
            else if (cell != null) {
                note.accept("left out the " + list.getKey() + " " + cell + ": a spreadsheet has rounded it");
            }
        }
        return identifiers.stream().distinct().toList();
    }

    private static Identifier identifier(String scheme, String value) {
        return new Identifier(scheme, value, null, null);
    }

    private static @Nullable LocalDate date(CsvFile.Row row, String column) {
        String text = row.text(column);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "/" + column, "malformed", "the " + column + " '" + text + "' is not a date such as 2023-04-01");
        }
    }

    /** The list gives now the last day of a council, the end of the financial year, and now the first day without it. */
    private static @Nullable LocalDate end(@Nullable LocalDate date) {
        return date != null && MonthDay.from(date).equals(YEAR_END) ? date.plusDays(1) : date;
    }

    private static OrganisationState state(
            CsvFile.Row row, @Nullable LocalDate start, @Nullable LocalDate end, LocalDate today) {
        if (start != null && start.isAfter(today)) return OrganisationState.FUTURE;
        boolean former = "false".equalsIgnoreCase(row.text("current-authority"));
        boolean ended = end == null ? former : !end.isAfter(today);
        return ended ? OrganisationState.DISSOLVED : OrganisationState.ACTIVE;
    }
}
