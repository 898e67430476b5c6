package org.councilregistry.api.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.TreeSet;

/**
 * A JSON object of which it matters which members were sent: a merge-patch (RFC 7396) or a publish.
 *
 * @param members what was sent
 */
public record Patch(ObjectNode members) {

    /** The draft with the patch applied, checked like a draft that was sent whole. */
    public <D extends Record> D onto(D draft, Class<D> type) {
        ObjectNode target = (ObjectNode) Json.tree(draft);
        merge(target, members);
        return Bodies.read(target, type, List.of());
    }

    /** Those of the members that belong to another record, as that record, checked. */
    public <D extends Record> D part(Class<D> type) {
        ObjectNode own = Json.MAPPER.createObjectNode();
        for (RecordComponent member : type.getRecordComponents()) {
            JsonNode value = members.get(member.getName());
            if (value != null) own.set(member.getName(), value);
        }
        return Bodies.read(own, type, List.of());
    }

    /** The patch without the members that belong to another record. */
    public Patch without(Class<? extends Record> type) {
        ObjectNode rest = members.deepCopy();
        for (RecordComponent member : type.getRecordComponents()) rest.remove(member.getName());
        return new Patch(rest);
    }

    /** The names of the members that were sent. */
    public TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        members.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                // not removed: a member that the draft does not have is to be refused, null or not
                target.putNull(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode into = target.get(member.getKey()) instanceof ObjectNode existing
                        ? existing
                        : target.putObject(member.getKey());
                merge(into, inner);
            } else {
                target.set(member.getKey(), value);
            }
        });
    }
}
