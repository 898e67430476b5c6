package org.councilregistry.api.overlaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** The labelled pairs of the development set: which pieces of work overlap, and which do not. */
final class Labelled {
    /** A labelled record. */
    record Item(String id, String owner, String ownerType, InitiativeDraft draft) {
        /** Its text, as a registered record's is compared. */
        ComparedText text() {
            return ComparedText.of(draft);
        }

        Profile.Place place() {
            return new Profile.Place(country(), Profile.Tier.of(kind()));
        }

        String country() {
            if (ownerType.startsWith("us-")) return "US";
            if (ownerType.startsWith("canada-")) return "CA";
            return ownerType.equals("open-source-project") || ownerType.equals("overseas-local") ? "" : "GB";
        }

        OrganisationKind kind() {
            return switch (ownerType) {
                case "us-federal", "uk-government", "canada-government", "national-body" ->
                    OrganisationKind.CENTRAL_GOVERNMENT;
                case "open-source-project" -> OrganisationKind.OTHER;
                default -> OrganisationKind.UNITARY;
            };
        }
    }

    final List<Item> items = new ArrayList<>();
    final Map<String, Integer> places = new HashMap<>();
    /** By query and record: 2 overlaps, 1 related, 0 neither. */
    final Map<Integer, Map<Integer, Integer>> grades = new LinkedHashMap<>();

    Labelled(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(folder.resolve("records.jsonl"))) {
            JsonNode r = mapper.readTree(line);
            places.put(r.path("id").asText(), items.size());
            items.add(new Item(
                    r.path("id").asText(),
                    r.path("owner")
                            .asText()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("\\W+", " ")
                            .strip(),
                    r.path("ownerType").asText(),
                    draft(r)));
        }
        for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) {
            Integer query = places.get(line.split("\t", 2)[0]);
            if (query != null) grades.put(query, new LinkedHashMap<>());
        }
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] cells = line.split("\t", 3);
            Integer query = places.get(cells[0]);
            Integer record = places.get(cells[1]);
            Map<Integer, Integer> of = query == null ? null : grades.get(query);
            if (of != null && record != null) of.put(record, Integer.parseInt(cells[2]));
        }
    }

    /** The record as somebody would have registered it: what is too long for its field is carried on in the problem. */
    private static InitiativeDraft draft(JsonNode r) {
        String summary = r.path("summary").asText();
        String technology = blank(r.path("technology"));
        return InitiativeDraftBuilder.builder()
                .title(cut(r.path("title").asText(), 200))
                .summary(cut(summary, 500))
                .problem(summary.length() > 500 ? summary.substring(500) : null)
                .department(cut(blank(r.path("serviceArea")), 200))
                .technologies(technology == null ? List.of() : List.of(String.valueOf(cut(technology, 100))))
                .phase(Phase.LIVE)
                .build();
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static @Nullable String blank(JsonNode text) {
        return text.asText("").isBlank() ? null : text.asText();
    }

    boolean sameOwner(int one, int other) {
        return items.get(one).owner().equals(items.get(other).owner());
    }

    /** The group of each record: records that overlap, directly or through others, are in one. */
    int[] groups() {
        int[] group = new int[items.size()];
        for (int i = 0; i < group.length; i++) group[i] = i;
        grades.forEach((query, of) -> of.forEach((record, grade) -> {
            if (grade == 2) group[root(group, query)] = root(group, record);
        }));
        for (int i = 0; i < group.length; i++) group[i] = root(group, i);
        return group;
    }

    private static int root(int[] group, int of) {
        int at = of;
        while (group[at] != at) at = group[at];
        return at;
    }

    /** To which of so many folds each record belongs; whole groups, the folds about equal in queries; -1 for the rest. */
    int[] folds(int count) {
        int[] group = groups();
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        grades.keySet().forEach(query -> sizes.merge(group[query], 1, Integer::sum));
        int[] load = new int[count];
        Map<Integer, Integer> foldOf = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> {
                    int least = 0;
                    for (int f = 1; f < count; f++) if (load[f] < load[least]) least = f;
                    load[least] += e.getValue();
                    foldOf.put(e.getKey(), least);
                });
        return Arrays.stream(group).map(g -> foldOf.getOrDefault(g, -1)).toArray();
    }
}
