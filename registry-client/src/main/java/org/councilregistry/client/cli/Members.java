package org.councilregistry.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of an initiative that a column can fill, and how much each takes. */
final class Members {
    /** Texts, and how many characters each takes. */
    static final Map<String, Integer> TEXTS = Map.of(
            "title",
            200,
            "summary",
            500,
            "users",
            8000,
            "approach",
            8000,
            "department",
            200,
            "learning",
            8000,
            "phaseNote",
            2000,
            "problem",
            8000);

    /** How many elements a list takes, and how long each may be. */
    record Limits(int elements, int length) {}

    /** Lists of texts. */
    static final Map<String, Limits> LISTS = new TreeMap<>(Map.of(
            "services", new Limits(20, 40),
            "technologies", new Limits(50, 100),
            "suppliers", new Limits(50, 200),
            "systems", new Limits(50, 200),
            "tags", new Limits(30, 60)));

    /** The parts of the contact. */
    static final List<String> CONTACT = List.of("contactName", "contactRole", "contactEmail");

    /** Whatever else a column can fill. */
    private static final List<String> OTHERS =
            List.of("externalId", "phase", "phaseSince", "plannedStart", "plannedEnd", "url", "language");

    /** Members that an empty cell empties, too, where the row was published before. */
    static final List<String> CLEARABLE =
            List.of("users", "approach", "department", "learning", "plannedStart", "plannedEnd");

    private Members() {}

    /** All of them. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(TEXTS.keySet());
        all.addAll(LISTS.keySet());
        all.addAll(CONTACT);
        all.addAll(OTHERS);
        return all;
    }

    /** The member that a JSON Pointer into a draft points at. */
    static String at(String pointer) {
        List<String> steps = new ArrayList<>(List.of(pointer.split("/", -1)));
        String first = steps.size() > 1 ? steps.get(1) : "";
        if (first.equals("links")) return "url";
        if (first.equals("contact") && steps.size() > 2 && !steps.get(2).isEmpty()) {
            return "contact" + Character.toUpperCase(steps.get(2).charAt(0))
                    + steps.get(2).substring(1);
        }
        return first;
    }
}
