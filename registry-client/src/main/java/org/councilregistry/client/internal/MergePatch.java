package org.councilregistry.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.councilregistry.client.RegistryException;

/**
 * The merge-patch (RFC 7396) by which an edit is sent: what changed and nothing else, so that what this client does not
 * know stays as it is. A list can only be sent whole; its elements that did not change go as they came, with the members
 * and words of theirs that this client does not know.
 */
public final class MergePatch {
    private MergePatch() {}

    /**
     * A record as it was read.
     *
     * @param json the answer
     * @param record what this client understood of it
     */
    public record Read<T>(JsonNode json, T record) {}

    /** What turns the draft before into the draft after: changed members, null for those that went. */
    public static ObjectNode of(Read<?> read, Object before, Object after) {
        return difference(
                ClientJson.tree(before),
                ClientJson.tree(after),
                new Origin(read.json(), ClientJson.tree(read.record())));
    }

    /** Where a part of the draft came from: the part of the answer, and what was understood of it. */
    private record Origin(JsonNode json, JsonNode understood) {
        Origin at(String member) {
            return new Origin(json.path(member), understood.path(member));
        }

        Origin at(int index) {
            return new Origin(json.path(index), understood.path(index));
        }
    }

    private static ObjectNode difference(ObjectNode before, ObjectNode after, Origin origin) {
        ObjectNode patch = ClientJson.MAPPER.createObjectNode();
        for (var member : after.properties()) {
            String name = member.getKey();
            JsonNode was = before.path(name);
            JsonNode is = member.getValue();
            if (is.equals(was)) continue;
            if (was instanceof ObjectNode old && is instanceof ObjectNode now) {
                patch.set(name, difference(old, now, origin.at(name)));
            } else if (was instanceof ArrayNode old && is instanceof ArrayNode now) {
                patch.set(name, elements(name, old, now, origin.at(name)));
            } else {
                patch.set(name, is);
            }
        }
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) patch.putNull(name);
        });
        return patch;
    }

    /** An element before the edit: as this client knows it, as it goes back, and whether it is still in the list. */
    private static final class Element {
        private final JsonNode known;
        private final JsonNode whole;
        private boolean kept;

        Element(JsonNode known, JsonNode whole) {
            this.known = known;
            this.whole = whole;
        }

        boolean says(JsonNode other) {
            return known.equals(other);
        }

        boolean holdsMore() {
            return !whole.equals(known);
        }
    }

    private static ArrayNode elements(String name, ArrayNode before, ArrayNode after, Origin origin) {
        List<Element> old = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) old.add(new Element(before.get(i), whole(before.get(i), origin.at(i))));
        ArrayNode sent = ClientJson.MAPPER.createArrayNode();
        boolean others = false;
        for (JsonNode is : after) {
            Element same =
                    old.stream().filter(e -> !e.kept && e.says(is)).findFirst().orElse(null);
            if (same != null) same.kept = true;
            others |= same == null;
            sent.add(same == null ? is : same.whole);
        }
        boolean lost = others && old.stream().anyMatch(e -> !e.kept && e.holdsMore());
        if (lost || ambiguous(old)) throw newer(name);
        return sent;
    }

    /** Whether one of several elements went that this client cannot tell apart. */
    private static boolean ambiguous(List<Element> old) {
        return old.stream()
                .filter(gone -> !gone.kept)
                .anyMatch(gone ->
                        old.stream().anyMatch(e -> e.kept && e.says(gone.known) && !e.whole.equals(gone.whole)));
    }

    private static RegistryException newer(String name) {
        return new RegistryException(
                "the registry keeps more in '" + name + "' than this version of the client knows, and the change would"
                        + " lose it; use a newer client, or remove elements and add others in two edits",
                null,
                false);
    }

    /** A part as it came: unknown words as they were written, unknown members beside the known ones. */
    private static JsonNode whole(JsonNode known, Origin origin) {
        if (known.isPojo()) return origin.json().isTextual() ? origin.json() : known;
        if (known instanceof ArrayNode list && list.size() == origin.json().size()) {
            ArrayNode copy = ClientJson.MAPPER.createArrayNode();
            for (int i = 0; i < list.size(); i++) copy.add(whole(list.get(i), origin.at(i)));
            return copy;
        }
        if (!(known instanceof ObjectNode members)) return known;
        ObjectNode copy = ClientJson.MAPPER.createObjectNode();
        members.properties().forEach(m -> copy.set(m.getKey(), whole(m.getValue(), origin.at(m.getKey()))));
        // A part that is read otherwise than it is written holds what only the registry sets.
        if (!members.equals(origin.understood())) return copy;
        for (var member : origin.json().properties()) {
            JsonNode value = member.getValue();
            boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
            if (!empty && !copy.has(member.getKey())) copy.set(member.getKey(), value);
        }
        return copy;
    }
}
