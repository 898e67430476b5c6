package org.councilregistry.api.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The address of a list with what it is narrowed by: for links that add or lift one thing and keep the rest.
 *
 * @param values the parameters
 */
public record Query(Map<String, List<String>> values) {
    /** What stands in an address of these parameters; others are dropped. */
    public static Query of(Map<String, List<String>> given, List<String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : known) {
            List<String> kept = given.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            if (!kept.isEmpty()) values.put(name, kept);
        }
        return new Query(values);
    }

    /** With this value as well. */
    public Query and(String name, String value) {
        List<String> more = new ArrayList<>(values.getOrDefault(name, List.of()));
        more.add(value);
        return changed(name, more);
    }

    /** With this value alone. */
    public Query with(String name, String value) {
        return changed(name, List.of(value));
    }

    /** Without this value. */
    public Query without(String name, String value) {
        return changed(
                name,
                values.getOrDefault(name, List.of()).stream()
                        .filter(v -> !v.equals(value))
                        .toList());
    }

    private Query changed(String name, List<String> to) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        if (to.isEmpty()) changed.remove(name);
        else changed.put(name, to);
        return new Query(changed);
    }

    /** As it stands behind an address: with its question mark, or nothing. */
    public String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> text.append(text.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }
}
