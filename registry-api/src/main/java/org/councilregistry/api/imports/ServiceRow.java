package org.councilregistry.api.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.councilregistry.api.platform.Ids;
import org.councilregistry.api.platform.ProblemException;
import org.councilregistry.api.platform.Text;
import org.councilregistry.api.services.ServiceDao;
import org.councilregistry.schema.Service;
import org.jspecify.annotations.Nullable;

/** A service as a list has it, and what it makes of the one that the registry has. */
record ServiceRow(CsvFile.Row row, String code) {
    /** The columns that hold the code, in the lists that there are. */
    static final List<String> CODES = List.of("lgsl", "identifier", "code");

    private static final List<String> LABELS = List.of("label", "description");
    private static final List<String> TIERS = List.of("providing-tier", "tiers");
    private static final List<String> STARTS = List.of("first-seen", "valid-from");
    private static final List<String> ENDS = List.of("last-seen", "valid-to");
    private static final List<String> EVERY_TIER = List.of("county", "district", "unitary");
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,9})");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,19}:[A-Za-z0-9._-]{1,40}");
    private static final Pattern RDF = Pattern.compile("^\"+|\"+(@[a-z]{2})?$");
    private static final int LONGEST = 200;

    /** Reads a row. */
    static ServiceRow of(CsvFile.Row row) {
        String code = first(row, CODES);
        if (code == null) throw ProblemException.invalid("/code", "required", "has no code");
        return new ServiceRow(row, normal(code));
    }

    private static String normal(String code) {
        String plain = String.valueOf(CellText.code(code)).replaceFirst("(?i)^lgsl:", "");
        if (NUMBER.matcher(plain).matches())
            return "lgsl:" + NUMBER.matcher(plain).replaceFirst("$1");
        if (CODE.matcher(code).matches() && !code.startsWith("lgsl:")) return code;
        throw ProblemException.invalid(
                "/code", "malformed", "'" + code + "' is not a code: it is a number such as 524, or scheme:value");
    }

    /** The service as it is to be; of what the file does not say, it keeps what it has. */
    ServiceDao.Row onto(@Nullable Service now) {
        String label = label(now);
        return new ServiceDao.Row(
                now == null ? Ids.next() : now.id(),
                code,
                label,
                row.has("function") || now == null ? row.text("function") : now.function(),
                tiers(now),
                synonyms(label, now),
                date(STARTS, now == null ? null : now.validFrom()),
                retired(now));
    }

    /** Whether a service is so already. */
    static boolean same(ServiceDao.Row row, @Nullable Service now) {
        return now != null
                && row.equals(new ServiceDao.Row(
                        now.id(),
                        now.code(),
                        now.label(),
                        now.function(),
                        now.tiers(),
                        now.synonyms(),
                        now.validFrom(),
                        now.validTo()));
    }

    private String label(@Nullable Service now) {
        boolean labelled = LABELS.stream().anyMatch(row::has);
        if (!labelled && now != null) return now.label();
        String read = first(row, LABELS);
        String label = read == null ? "" : RDF.matcher(read).replaceAll("").strip();
        if (label.isEmpty()) throw ProblemException.invalid("/label", "required", "has no label");
        if (CellText.damaged(label)) {
            throw ProblemException.invalid(
                    "/label", "damaged", "a character of the label was lost on the way: " + label);
        }
        return fitting(label);
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST) return text;
        throw ProblemException.invalid(
                "/label", "too-long", "a text has " + text.length() + " characters, at most " + LONGEST + " are taken");
    }

    private List<String> tiers(@Nullable Service now) {
        if (TIERS.stream().noneMatch(row::has)) return now == null ? List.of() : now.tiers();
        String cell = first(row, TIERS);
        if (cell == null) return List.of();
        List<String> tiers = Arrays.stream(cell.toLowerCase(Locale.ROOT).split("[/;,]"))
                .map(Text::slug)
                .filter(tier -> !tier.isEmpty())
                .distinct()
                .toList();
        return tiers.equals(List.of("all")) ? EVERY_TIER : tiers;
    }

    /** What the file says; where it has no such column, what was known, and the label that another list gave. */
    private List<String> synonyms(String label, @Nullable Service now) {
        List<String> all = new ArrayList<>();
        if (row.has("synonyms")) {
            String cell = row.text("synonyms");
            if (cell != null) all.addAll(Arrays.asList(cell.split(";")));
        } else if (now != null) {
            all.addAll(now.synonyms());
            all.add(now.label());
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        all.forEach(synonym -> byKey.putIfAbsent(Text.key(synonym), fitting(synonym.strip())));
        byKey.remove(Text.key(label));
        byKey.remove("");
        return List.copyOf(byKey.values());
    }

    /** A list that tells its history says which codes are in force; the others ended when they were last seen. */
    private @Nullable LocalDate retired(@Nullable Service now) {
        String current = row.text("current");
        if (current != null && !current.equalsIgnoreCase("false")) return null;
        return date(ENDS, now == null ? null : now.validTo());
    }

    private @Nullable LocalDate date(List<String> columns, @Nullable LocalDate before) {
        if (columns.stream().noneMatch(row::has)) return before;
        String text = first(row, columns);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "/" + columns.get(0), "malformed", "'" + text + "' is not a date such as 2023-04-01");
        }
    }

    private static @Nullable String first(CsvFile.Row row, List<String> columns) {
        return columns.stream()
                .map(row::text)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }
}
