package org.councilregistry.api.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.councilregistry.api.html.Html;
import org.councilregistry.schema.FieldChange;
import org.councilregistry.schema.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The history of one record, for people.
 *
 * @param title what the record is called
 * @param noun what it is: {@code initiatives}
 * @param ref its word in addresses
 * @param steps what became of it, the latest first
 */
public record HistoryPage(String title, String noun, String ref, List<Step> steps) {
    private static final int MOST = 50;

    /** One step in the life of a record. */
    public record Step(
            Instant at,
            String type,
            @Nullable String by,
            @Nullable String reason,
            List<Change> changes) {}

    /** What became of one member, word by word. */
    public record Change(String field, List<WordDiff.Span> spans) {}

    /** The page of a record with these revisions. */
    public static Html of(String title, String noun, String ref, List<Revision> revisions) {
        List<Step> steps = new ArrayList<>();
        for (Revision revision : revisions) steps.add(0, step(revision));
        List<Step> latest = steps.size() > MOST ? steps.subList(0, MOST) : steps;
        return Html.of("events/history", new HistoryPage(title, noun, ref, latest));
    }

    private static Step step(Revision revision) {
        List<Change> changes = revision.changes().stream()
                .filter(change -> !change.field().equals("slug"))
                .map(HistoryPage::change)
                .toList();
        String by = revision.by() == null ? null : revision.by().name();
        return new Step(revision.at(), revision.type(), by, revision.reason(), changes);
    }

    private static Change change(FieldChange change) {
        return new Change(change.field(), WordDiff.of(text(change.before()), text(change.after())));
    }

    private static String text(@Nullable Object value) {
        if (!(value instanceof JsonNode node)) return value == null ? "" : value.toString();
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(HistoryPage::text)
                    .collect(Collectors.joining("; "));
        }
        if (!node.isObject()) return node.asText();
        return node.properties().stream()
                .filter(member -> !member.getKey().equals("id"))
                .map(member -> text(member.getValue()))
                .collect(Collectors.joining(", "));
    }
}
