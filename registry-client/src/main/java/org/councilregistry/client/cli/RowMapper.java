package org.councilregistry.client.cli;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.councilregistry.schema.Contact;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Link;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** Makes drafts of rows. */
final class RowMapper {
    private final Mapping mapping;
    private final RowKeys keys = new RowKeys();
    private final IdentityHashMap<RowFile.Row, Keyed> keyed = new IdentityHashMap<>();

    RowMapper(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * A row as it will be published.
     *
     * @param organisation who leads the work, as the file names it
     * @param externalId the row's key
     * @param cleared members whose cells are empty
     * @param notes what had to be done to the row
     */
    record Mapped(
            RowFile.Row row,
            String organisation,
            String externalId,
            InitiativeDraft draft,
            List<String> cleared,
            List<String> notes) {}

    /** A row's key, and what had to be done for it. */
    private record Keyed(String key, Overflow overflow) {}

    /** A row's key. Asked of all rows first: what else is wrong with one must not change the key of another. */
    String key(RowFile.Row row) {
        return keyed(row).key();
    }

    private Keyed keyed(RowFile.Row row) {
        Keyed known = keyed.get(row);
        if (known != null) return known;
        if (row.fault() != null) throw new UsageException(row.fault());
        Cells cells = new Cells(mapping, row);
        Overflow overflow = new Overflow();
        String organisation = cells.organisation();
        String content = title(cells) + "\n" + summary(cells);
        String before = row.cells().getOrDefault(ErrorsFile.KEY, "");
        String own = before.isEmpty() ? cells.text("externalId") : before;
        Keyed made = new Keyed(keys.key(organisation, own, content, overflow), overflow);
        keyed.put(row, made);
        return made;
    }

    private static String title(Cells cells) {
        return cells.required("title").replaceAll("\\s+", " ");
    }

    private static String summary(Cells cells) {
        return Objects.requireNonNullElse(cells.text("summary"), title(cells));
    }

    Mapped map(RowFile.Row row) {
        String externalId = key(row);
        Overflow overflow = keyed(row).overflow();
        Cells cells = new Cells(mapping, row);
        String organisation = cells.organisation();
        String title = title(cells);
        String summary = summary(cells);
        Phase phase = phase(cells);
        InitiativeDraftBuilder draft = InitiativeDraftBuilder.builder()
                .organisation(organisation)
                .externalId(externalId)
                .title(Objects.requireNonNull(overflow.fit("title", title)))
                .summary(Objects.requireNonNull(overflow.fit("summary", summary)))
                .phase(phase);
        texts(cells, draft, overflow);
        lists(cells, draft, overflow);
        draft.problem(overflow.problem(cells.text("problem")));
        return new Mapped(row, organisation, externalId, draft.build(), cleared(cells, draft), overflow.notes());
    }

    private Phase phase(Cells cells) {
        String word = cells.required("phase");
        Phase phase = mapping.phase(word);
        if (phase == null) {
            throw new UsageException("the status '" + word + "' is not known; add it under 'phases' in the map");
        }
        return phase;
    }

    private static void texts(Cells cells, InitiativeDraftBuilder draft, Overflow overflow) {
        draft.users(overflow.fit("users", cells.text("users")))
                .approach(overflow.fit("approach", cells.text("approach")))
                .department(overflow.fit("department", cells.text("department")))
                .learning(overflow.fit("learning", cells.text("learning")))
                .phaseNote(overflow.fit("phaseNote", cells.text("phaseNote")))
                .language(cells.text("language"))
                .phaseSince(cells.date("phaseSince"))
                .plannedStart(cells.date("plannedStart"))
                .plannedEnd(cells.date("plannedEnd"))
                .contact(contact(cells));
    }

    private static @Nullable Contact contact(Cells cells) {
        if (Members.CONTACT.stream().allMatch(part -> cells.text(part) == null)) return null;
        return new Contact(cells.text("contactName"), cells.text("contactRole"), cells.text("contactEmail"));
    }

    private static void lists(Cells cells, InitiativeDraftBuilder draft, Overflow overflow) {
        draft.services(list(cells, "services", overflow))
                .technologies(list(cells, "technologies", overflow))
                .suppliers(list(cells, "suppliers", overflow))
                .systems(list(cells, "systems", overflow))
                .tags(list(cells, "tags", overflow));
        String url = cells.text("url");
        if (url != null) draft.links(List.of(new Link(null, url, null)));
    }

    private static List<String> list(Cells cells, String member, Overflow overflow) {
        return overflow.fit(member, cells.parts(member), Objects.requireNonNull(Members.LISTS.get(member)));
    }

    /** What the file has a cell for and says nothing about: who emptied the cell wants the member emptied, too. */
    private static List<String> cleared(Cells cells, InitiativeDraftBuilder draft) {
        List<String> cleared = new ArrayList<>();
        Members.CLEARABLE.stream().filter(cells::emptied).forEach(cleared::add);
        Members.LISTS.keySet().stream().filter(cells::emptied).forEach(cleared::add);
        if (cells.emptied("url")) cleared.add("links");
        if (cells.emptied("problem") && draft.problem() == null) cleared.add("problem");
        if (draft.contact() == null && Members.CONTACT.stream().anyMatch(cells::emptied)) cleared.add("contact");
        return cleared;
    }
}
