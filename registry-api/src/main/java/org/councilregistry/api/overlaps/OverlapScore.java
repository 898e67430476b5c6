package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.ReasonKind;
import org.jspecify.annotations.Nullable;

/** How much two pieces of work are alike, and why. A pure function, the same in both directions. */
final class OverlapScore {
    /** The version of these rules. */
    static final String DETECTOR = "lexical-1";

    private static final double SAME = 0.38;
    private static final double CLOSE = 0.24;
    private static final double RELATED = 0.12;

    private final ToDoubleFunction<String> rarity;

    /** Takes how rare a stem is: its inverse document frequency. */
    OverlapScore(ToDoubleFunction<String> rarity) {
        this.rarity = rarity;
    }

    /** The likeness of two pieces of work, from 0 to about 1.2. */
    double of(Profile one, Profile other) {
        double product = 0;
        for (Map.Entry<String, Integer> word : one.words().entrySet()) {
            Integer there = other.words().get(word.getKey());
            if (there != null) product += weight(word.getKey(), word.getValue()) * weight(word.getKey(), there);
        }
        double lengths = length(one) * length(other);
        double words = lengths == 0 ? 0 : product / lengths;
        double facts = 0;
        if (shares(one.services(), other.services())) facts += 0.10;
        if (shares(one.suppliers(), other.suppliers())) facts += 0.03;
        if (shares(one.systems(), other.systems())) facts += 0.03;
        return words == 0 ? facts / 2 : words + facts;
    }

    private double weight(String stem, int times) {
        return (1 + Math.log(times)) * rarity.applyAsDouble(stem);
    }

    private double length(Profile profile) {
        double sum = 0;
        for (Map.Entry<String, Integer> word : profile.words().entrySet()) {
            double weight = weight(word.getKey(), word.getValue());
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }

    private static boolean shares(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    /** What a score means; null when it means nothing. */
    static @Nullable Band band(double score) {
        if (score >= SAME) return Band.SAME;
        if (score >= CLOSE) return Band.CLOSE;
        return score >= RELATED ? Band.RELATED : null;
    }

    /** Why two pieces of work are alike, the most telling first; three reasons at most. */
    List<MatchReason> reasons(Profile draft, Profile record, java.util.function.Function<String, String> serviceLabel) {
        List<MatchReason> reasons = new ArrayList<>();
        List<String> words = telling(draft, record);
        if (!words.isEmpty()) {
            List<String> written = words.stream().map(draft::written).toList();
            reasons.add(new MatchReason(ReasonKind.WORDS, "Both are about " + listed(written) + ".", written));
        }
        fact(reasons, ReasonKind.SERVICE, shared(draft.services(), record.services(), serviceLabel));
        fact(reasons, ReasonKind.SUPPLIER, shared(draft.suppliers(), record.suppliers(), name -> name));
        fact(reasons, ReasonKind.COMPONENT, shared(draft.systems(), record.systems(), name -> name));
        return reasons.size() > 3 ? reasons.subList(0, 3) : reasons;
    }

    private static void fact(List<MatchReason> reasons, ReasonKind kind, List<String> shared) {
        if (shared.isEmpty()) return;
        String what = switch (kind) {
            case SERVICE -> "Same service: ";
            case SUPPLIER -> "Same supplier: ";
            default -> "Same system: ";
        };
        reasons.add(new MatchReason(kind, what + listed(shared) + ".", shared));
    }

    private static List<String> shared(
            Set<String> one, Set<String> other, java.util.function.Function<String, String> label) {
        return one.stream().filter(other::contains).sorted().map(label).toList();
    }

    /** The rarest things both say: phrases before words, three at most. */
    private List<String> telling(Profile one, Profile other) {
        List<String> shared = new ArrayList<>();
        one.phrases().stream().filter(other.phrases()::contains).forEach(shared::add);
        Set<String> inPhrases = new HashSet<>();
        shared.forEach(phrase -> inPhrases.addAll(List.of(phrase.split(" "))));
        one.words().keySet().stream()
                .filter(other.words()::containsKey)
                .filter(word -> !inPhrases.contains(word) && word.length() > 2)
                .forEach(shared::add);
        return shared.stream()
                .sorted(Comparator.comparingDouble(this::tells).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    private double tells(String stems) {
        double sum = 0;
        for (String stem : stems.split(" ", -1)) sum += rarity.applyAsDouble(stem);
        return sum;
    }

    private static String listed(List<String> words) {
        List<String> quoted =
                words.stream().map(word -> "\u201c" + word + "\u201d").toList();
        if (quoted.size() == 1) return quoted.get(0);
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.get(quoted.size() - 1);
    }
}
