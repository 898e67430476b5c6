package org.councilregistry.api.initiatives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.InitiativeDraft;

/**
 * What a publish changes. A publisher sends the same record again and again; meanwhile people correct it. A member is
 * taken over where the publisher has changed it since its last publish, unless a person has changed it since then: what
 * she wrote stays, and is named. Pure.
 *
 * @param result the draft after the publish
 * @param kept members that stay because a person changed them
 * @param document what the publisher has sent so far, by member, to compare the next publish with
 */
record Publishing(InitiativeDraft result, List<String> kept, ObjectNode document) {

    private static final Map<String, String> DEFAULTS =
            Map.of("visibility", "public", "language", "en", "coProduction", "not-recorded");

    /**
     * Compares three states of each member that was sent.
     *
     * @param before the record as it is
     * @param asked the record as it would be if everything that was sent were taken over
     * @param sent the names of the members that were sent
     * @param last what the publisher sent before, by member
     */
    static Publishing of(InitiativeDraft before, InitiativeDraft asked, Iterable<String> sent, ObjectNode last) {
        ObjectNode current = (ObjectNode) Json.tree(before);
        ObjectNode incoming = (ObjectNode) Json.tree(asked);
        ObjectNode result = current.deepCopy();
        ObjectNode document = last.deepCopy();
        List<String> kept = new ArrayList<>();
        for (String name : sent) {
            JsonNode is = value(current, name);
            JsonNode wanted = value(incoming, name);
            document.set(name, wanted);
            if (wanted.equals(is)) continue;
            boolean untouched = last.has(name) ? last.get(name).equals(is) : unset(name, is);
            if (untouched) result.set(name, wanted);
            else kept.add(name);
        }
        return new Publishing(read(result), kept, document);
    }

    private static JsonNode value(ObjectNode draft, String name) {
        JsonNode value = draft.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    /** Whether nobody has said anything: the member is empty, or is what the registry puts there by itself. */
    private static boolean unset(String name, JsonNode value) {
        boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
        return empty || value.asText().equals(DEFAULTS.get(name));
    }

    private static InitiativeDraft read(ObjectNode tree) {
        tree.properties().removeIf(member -> member.getValue().isNull());
        return Json.MAPPER.convertValue(tree, InitiativeDraft.class);
    }
}
