package org.councilregistry.api.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.councilregistry.api.platform.Text;
import org.jspecify.annotations.Nullable;

/** The names beside the official one, from a cell that holds many. */
final class OtherNames {
    /** The list has no space behind its commas; the names that contain one do: {@code Bristol, City of,bristol}. */
    private static final Pattern BETWEEN = Pattern.compile(",(?!\\s)|;");

    private OtherNames() {}

    /**
     * The names in their order, none twice, whatever its case and accents.
     *
     * @param official the official name, which is not among them
     * @param nice the short name
     * @param alternatives the cell with the rest
     */
    static List<String> of(String official, @Nullable String nice, @Nullable String alternatives) {
        Map<String, String> names = new LinkedHashMap<>();
        if (nice != null) names.put(Text.key(nice), nice);
        for (String name : split(names.keySet(), Text.key(official), alternatives)) {
            names.putIfAbsent(Text.key(name), name);
        }
        names.remove(Text.key(official));
        names.remove("");
        return List.copyOf(names.values());
    }

    /** Adds the names that an organisation had before and would lose. */
    static List<String> with(String official, List<String> names, List<String> before) {
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach(name -> all.putIfAbsent(Text.key(name), name));
        before.forEach(name -> all.putIfAbsent(Text.key(name), name));
        all.remove(Text.key(official));
        return List.copyOf(all.values());
    }

    private static List<String> split(Set<String> nice, String official, @Nullable String alternatives) {
        if (alternatives == null) return List.of();
        List<String> parts = Arrays.stream(BETWEEN.split(alternatives))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        Set<String> known = parts.stream().map(Text::key).collect(Collectors.toCollection(HashSet::new));
        known.addAll(nice);
        known.add(official);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); ) {
            int end = end(parts, i, known);
            names.add(String.join(", ", parts.subList(i, end)));
            i = end;
        }
        return names;
    }

    /** Where the name ends that begins here: several parts are one name if together they are a name that is known. */
    private static int end(List<String> parts, int from, Set<String> known) {
        for (int end = Math.min(parts.size(), from + 6); end > from + 1; end--) {
            if (known.contains(Text.key(String.join(" ", parts.subList(from, end))))) return end;
        }
        return from + 1;
    }
}
