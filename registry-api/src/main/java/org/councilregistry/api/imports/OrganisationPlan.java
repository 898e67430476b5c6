package org.councilregistry.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.councilregistry.api.imports.ImportReport.Tally;
import org.councilregistry.schema.Identifier;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationDraft;
import org.councilregistry.schema.OrganisationRef;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file ask for, in an order in which every organisation comes after those that it names: a county before
 * its districts, councils before their combined authority.
 */
final class OrganisationPlan {
    private static final String COUNTY = "county-la";
    private static final String AUTHORITY = "combined-authority";

    private final Map<String, OrganisationRow> rows;
    private final KnownOrganisations known;
    private final Tally tally;
    private final Map<String, String> slugs;
    private final Map<String, List<OrganisationRow>> members = new HashMap<>();
    private final Set<Identifier> taken = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** Plans these rows, by their codes, upon what is known. */
    OrganisationPlan(Map<String, OrganisationRow> rows, KnownOrganisations known, Tally tally) {
        this.rows = rows;
        this.known = known;
        this.tally = tally;
        slugs = known.slugsFor(rows.values());
        for (OrganisationRow row : rows.values()) {
            row.identifiers().forEach(i -> taken.add(plain(i)));
            row.codes(AUTHORITY).forEach(code -> members(row, code));
        }
        rows.values().forEach(this::plan);
    }

    /**
     * An organisation as it is to be.
     *
     * @param row the row that asks for it
     * @param draft what is asked
     * @param current what it is now; null if it is new
     */
    record Step(
            OrganisationRow row,
            OrganisationDraft draft,
            @Nullable Organisation current) {
        /** Whether it is so already. */
        boolean done() {
            return current != null && OrganisationDraft.of(current).equals(draft);
        }
    }

    /** The steps in their order. */
    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    private void members(OrganisationRow row, String authority) {
        if (rows.containsKey(authority))
            members.computeIfAbsent(authority, a -> new ArrayList<>()).add(row);
        else
            tally.note(
                    row.line(), "its " + AUTHORITY + " '" + authority + "' is not in the file and was left as it is");
    }

    /** Plans a row after those that it names; false if it is being planned already, so that they would name each other. */
    private boolean plan(OrganisationRow row) {
        if (steps.containsKey(row.code())) return true;
        if (!begun.add(row.code())) return false;
        Organisation current = known.of(row);
        String parent = parent(row, current);
        steps.put(row.code(), new Step(row, draft(row, current, parent, memberSlugs(row, current)), current));
        return true;
    }

    private @Nullable String parent(OrganisationRow row, @Nullable Organisation current) {
        OrganisationRef now = current == null ? null : current.parent();
        String before = now == null ? null : now.slug();
        if (!row.row().has(COUNTY)) return before;
        String code = row.row().text(COUNTY);
        if (code == null) return null;
        OrganisationRow county = rows.get(code);
        if (county != null) return plan(county) ? slugs.get(code) : circle(row, COUNTY, before);
        Organisation elsewhere = known.byCode(code);
        if (elsewhere != null) return elsewhere.slug();
        tally.note(
                row.line(), "its " + COUNTY + " '" + code + "' is neither in the file nor in the registry; left out");
        return before;
    }

    private @Nullable String circle(OrganisationRow row, String column, @Nullable String instead) {
        tally.note(row.line(), "its " + column + " leads back to itself; left out");
        return instead;
    }

    private List<String> memberSlugs(OrganisationRow row, @Nullable Organisation current) {
        List<OrganisationRow> named = members.getOrDefault(row.code(), List.of());
        Set<String> all = new TreeSet<>();
        for (OrganisationRow member : named) {
            if (plan(member)) all.add(slugs.getOrDefault(member.code(), ""));
            else circle(member, AUTHORITY, null);
        }
        if (current != null) {
            current.members().stream()
                    .map(OrganisationRef::slug)
                    .filter(slug -> named.isEmpty() || !slugs.containsValue(slug))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private OrganisationDraft draft(
            OrganisationRow row, @Nullable Organisation current, @Nullable String parent, List<String> memberSlugs) {
        CsvFile.Row cells = row.row();
        OrganisationDraft now = current == null ? null : OrganisationDraft.of(current);
        return new OrganisationDraft(
                slugs.get(row.code()),
                row.name(),
                names(row, now),
                now == null ? "GB" : now.country(),
                row.kind(),
                now == null || cells.has("nation") ? cells.text("nation") : now.nation(),
                now == null || cells.has("region") ? cells.text("region") : now.region(),
                parent,
                memberSlugs,
                now == null ? null : now.homepage(),
                now == null ? List.of() : now.emailDomains(),
                row.state(),
                date(cells, "start-date", row.startedOn(), now == null ? null : now.startedOn()),
                date(cells, "end-date", row.endedOn(), now == null ? null : now.endedOn()),
                identifiers(row, now));
    }

    private static @Nullable LocalDate date(
            CsvFile.Row cells, String column, @Nullable LocalDate read, @Nullable LocalDate before) {
        return cells.has(column) ? read : before;
    }

    /** Names stay, because people look for them: the list's own first, then those that the registry had. */
    private static List<String> names(OrganisationRow row, @Nullable OrganisationDraft now) {
        List<String> before = new ArrayList<>();
        if (now != null) {
            before.addAll(now.otherNames());
            before.add(now.name());
        }
        return OtherNames.with(row.name(), row.otherNames(), before);
    }

    /** Codes stay, because others refer to them, unless the file gives them to somebody else; so do their dates. */
    private List<Identifier> identifiers(OrganisationRow row, @Nullable OrganisationDraft now) {
        Map<Identifier, Identifier> all = new LinkedHashMap<>();
        row.identifiers().forEach(i -> all.put(plain(i), i));
        if (now != null) {
            for (Identifier before : now.identifiers()) {
                Identifier plain = plain(before);
                if (all.containsKey(plain) || !taken.contains(plain)) all.put(plain, before);
            }
        }
        return List.copyOf(all.values());
    }

    private static Identifier plain(Identifier identifier) {
        return new Identifier(identifier.scheme(), identifier.value(), null, null);
    }
}
