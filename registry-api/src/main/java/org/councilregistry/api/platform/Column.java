package org.councilregistry.api.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.councilregistry.schema.OrganisationRef;

/**
 * A column of a CSV file.
 *
 * @param name its heading: the member's name, {@code governance.decisionBody} for a member of a member
 * @param path the members that lead to its value
 */
record Column(String name, List<String> path) {
    /** What a spreadsheet would take for a formula, also in the wide letters of other keyboards. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20]");

    /** The columns of a noun, without those that are empty in every row that this caller may see. */
    static List<Column> of(Class<?> type, Caller caller) {
        List<Column> columns = new ArrayList<>();
        add(type, List.of(), caller, columns);
        return columns;
    }

    private static void add(Class<?> type, List<String> above, Caller caller, List<Column> columns) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!Disclosure.mayAppear(component, caller)) continue;
            List<String> path = new ArrayList<>(above);
            path.add(component.getName());
            if (component.getType() == OrganisationRef.class) {
                columns.add(new Column(String.join(".", path), below(path, "slug")));
            } else if (component.getType().isRecord()) {
                add(component.getType(), path, caller, columns);
            } else {
                columns.add(new Column(String.join(".", path), path));
            }
        }
    }

    private static List<String> below(List<String> path, String member) {
        List<String> longer = new ArrayList<>(path);
        longer.add(member);
        return longer;
    }

    /** What stands in the cell of a record: a list's words between semicolons, anything deeper as JSON. */
    String cell(JsonNode record) {
        JsonNode value = record;
        for (String member : path) value = value.path(member);
        if (value.isArray()) return value.isEmpty() ? "" : inert(list(value));
        return value.isTextual() ? inert(value.textValue()) : value.asText();
    }

    private static String list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (value.isContainerNode()) return values.toString();
            texts.add(value.asText());
        }
        return String.join("; ", texts);
    }

    /** With an apostrophe before what would otherwise be worked out as a formula. */
    private static String inert(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
