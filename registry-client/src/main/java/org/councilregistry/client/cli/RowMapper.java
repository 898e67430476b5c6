package org.councilregistry.client.cli;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Link;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** Makes drafts of rows. What is longer than its field is cut between sentences and carried on in {@code problem}. */
final class RowMapper {
    private static final Set<String> KNOWN = new TreeSet<>(List.of(
            "title",
            "summary",
            "phase",
            "externalId",
            "problem",
            "users",
            "approach",
            "department",
            "learning",
            "phaseNote",
            "phaseSince",
            "plannedStart",
            "plannedEnd",
            "services",
            "technologies",
            "suppliers",
            "systems",
            "tags",
            "url",
            "contactName",
            "contactRole",
            "contactEmail",
            "language"));

    private final Mapping mapping;
    private final Map<String, String> keys = new HashMap<>();

    RowMapper(Mapping mapping) {
        for (String member : mapping.columns().keySet()) {
            if (!KNOWN.contains(member)) {
                throw new UsageException("the map names the member '" + member + "'; known are " + KNOWN);
            }
        }
        this.mapping = mapping;
    }

    /** A row as it will be published, and what had to be done to it. */
    record Mapped(int line, String organisation, String externalId, InitiativeDraft draft, List<String> notes) {}

    Mapped map(RowFile.Row row) {
        List<String> notes = new ArrayList<>();
        String organisation = organisation(row);
        String title = required(row, "title");
        String summary = cell(row, "summary") == null ? title : Objects.requireNonNull(cell(row, "summary"));
        String externalId = key(row, organisation, title, summary, notes);
        StringBuilder carried = new StringBuilder();
        InitiativeDraftBuilder draft = InitiativeDraftBuilder.builder()
                .organisation(organisation)
                .externalId(externalId)
                .title(fit("title", title, 200, carried, notes))
                .summary(fit("summary", summary, 500, carried, notes))
                .phase(phase(row));
        texts(row, draft);
        lists(row, draft, carried, notes);
        String problem = cell(row, "problem");
        String whole = problem == null ? carried.toString().strip() : (problem + "\n\n" + carried).strip();
        draft.problem(whole.isEmpty() ? null : fitProblem(whole, notes));
        return new Mapped(row.line(), organisation, externalId, draft.build(), notes);
    }

    private void texts(RowFile.Row row, InitiativeDraftBuilder draft) {
        draft.users(cell(row, "users"))
                .approach(cell(row, "approach"))
                .department(cell(row, "department"))
                .learning(cell(row, "learning"))
                .phaseNote(cell(row, "phaseNote"))
                .language(cell(row, "language"))
                .phaseSince(date(row, "phaseSince"))
                .plannedStart(date(row, "plannedStart"))
                .plannedEnd(date(row, "plannedEnd"));
        String url = cell(row, "url");
        if (url != null) draft.links(List.of(new Link(null, url, null)));
        String name = cell(row, "contactName");
        String role = cell(row, "contactRole");
        String email = cell(row, "contactEmail");
        if (name != null || role != null || email != null) draft.contact(new Contact(name, role, email));
    }

    private void lists(RowFile.Row row, InitiativeDraftBuilder draft, StringBuilder carried, List<String> notes) {
        list(row, "services", 20, 40, carried, notes, draft::services);
        list(row, "technologies", 50, 100, carried, notes, draft::technologies);
        list(row, "suppliers", 50, 200, carried, notes, draft::suppliers);
        list(row, "systems", 50, 200, carried, notes, draft::systems);
        list(row, "tags", 30, 60, carried, notes, draft::tags);
    }

    @SuppressWarnings("TooManyParameters")
    private void list(
            RowFile.Row row,
            String member,
            int most,
            int longest,
            StringBuilder carried,
            List<String> notes,
            Consumer<List<String>> set) {
        String text = cell(row, member);
        if (text == null) return;
        List<String> parts = Arrays.stream(text.split(text.contains(";") ? ";" : "[,\n|]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        List<String> fitting =
                parts.stream().filter(p -> p.length() <= longest).limit(most).toList();
        if (fitting.size() < parts.size()) {
            carried.append("\n\n").append(member).append(": ").append(text);
            notes.add(member + " carried on in problem");
        }
        set.accept(fitting);
    }

    private String organisation(RowFile.Row row) {
        if (mapping.organisationColumn() == null) return Objects.requireNonNull(mapping.organisation());
        String named =
                row.cells().getOrDefault(mapping.organisationColumn(), "").strip();
        if (!named.isEmpty()) return named;
        if (mapping.organisationMissing() != null) return mapping.organisationMissing();
        throw new UsageException("the column '" + mapping.organisationColumn() + "' is empty");
    }

    private Phase phase(RowFile.Row row) {
        String word = required(row, "phase");
        Phase phase = mapping.phase(word);
        if (phase == null) {
            throw new UsageException("the status '" + word + "' is not known; add it under 'phases' in the map");
        }
        return phase;
    }

    /** The row's own key, or one made from its title; two rows never share one. */
    private String key(RowFile.Row row, String organisation, String title, String summary, List<String> notes) {
        String own = cell(row, "externalId");
        String key = own == null ? slug(title) : own.replaceAll("[^A-Za-z0-9._:~-]+", "-");
        if (own != null && !key.equals(own)) notes.add("key written as " + key);
        if (key.isEmpty()) key = "row";
        if (key.length() > 180) key = key.substring(0, 180);
        String content = title + "\n" + summary;
        String earlier = keys.putIfAbsent(organisation + "\n" + key, content);
        if (earlier == null) return key;
        String other = key + "~" + Integer.toHexString(content.hashCode());
        if (keys.putIfAbsent(organisation + "\n" + other, content) != null) {
            throw new UsageException("the row stands twice: same key, title and summary");
        }
        notes.add("the key stands twice in the file; this row is kept as " + other);
        return other;
    }

    private @Nullable LocalDate date(RowFile.Row row, String member) {
        String text = cell(row, member);
        if (text == null) return null;
        try {
            if (text.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
                String[] parts = text.split("/", 3);
                return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            }
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(member + ": '" + text + "' is no date; write 2026-04-01 or 1/4/2026");
        }
    }

    private String required(RowFile.Row row, String member) {
        String text = cell(row, member);
        if (text == null) throw new UsageException(member + " is empty");
        return text;
    }

    private @Nullable String cell(RowFile.Row row, String member) {
        String column = mapping.columns().get(member);
        String text = column == null ? null : row.cells().get(column);
        if (text == null || text.isBlank()) text = mapping.defaults().get(member);
        if (text == null) return null;
        String clean = text.replace("\r\n", "\n")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", " ")
                .strip();
        return clean.isEmpty() ? null : clean;
    }

    private static String fit(String member, String text, int most, StringBuilder carried, List<String> notes) {
        String line = member.equals("title") ? text.replaceAll("\\s+", " ") : text;
        if (line.length() <= most) return line;
        String cut = cut(line, most);
        carried.append("\n\n").append(text);
        notes.add(member + " carried on in problem");
        return cut;
    }

    private static String fitProblem(String text, List<String> notes) {
        if (text.length() <= 8000) return text;
        notes.add("problem cut at 8,000 characters");
        return cut(text, 8000);
    }

    /** The text up to the last sentence that fits, or the last word. */
    private static String cut(String text, int most) {
        String head = text.substring(0, most - 1);
        int sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf(".\n"));
        if (sentence > most / 2) return head.substring(0, sentence + 1);
        int word = head.lastIndexOf(' ');
        String whole = head.substring(0, word > most / 2 ? word : head.length()).strip();
        return (Character.isHighSurrogate(whole.charAt(whole.length() - 1))
                        ? whole.substring(0, whole.length() - 1)
                        : whole)
                + "\u2026";
    }

    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.length() <= 80 ? slug : slug.substring(0, 80);
    }
}
