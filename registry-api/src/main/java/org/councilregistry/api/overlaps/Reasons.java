package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.search.Words;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.ReasonKind;
import org.jspecify.annotations.Nullable;

/** Why two pieces of work are alike, in sentences that a person believes; three at most, no percentages. */
final class Reasons {
    private static final int MOST = 3;

    private final Detector detector;
    private final KindsOfWork kinds;
    private final UnaryOperator<String> serviceLabel;

    Reasons(Detector detector, KindsOfWork kinds, UnaryOperator<String> serviceLabel) {
        this.detector = detector;
        this.kinds = kinds;
        this.serviceLabel = serviceLabel;
    }

    /** A piece of work with its text, to say why of. */
    record Side(ComparedText text, Profile profile) {}

    /** The reasons, the most telling first. */
    List<MatchReason> of(Side one, Side other) {
        List<MatchReason> reasons = new ArrayList<>();
        List<String> services =
                shared(one.profile().facts().services(), other.profile().facts().services(), serviceLabel);
        add(reasons, ReasonKind.SERVICE, "Same service: ", services);
        String kind = kind(one.profile(), other.profile());
        if (kind != null) {
            reasons.add(new MatchReason(ReasonKind.MEANING, "Both look like " + quoted(kind) + ".", List.of(kind)));
        }
        List<String> words = telling(one.text(), other.text());
        if (!words.isEmpty()) {
            reasons.add(new MatchReason(ReasonKind.WORDS, "Both speak of " + listed(words) + ".", words));
        }
        List<String> suppliers = shared(
                one.profile().facts().suppliers(), other.profile().facts().suppliers(), name -> name);
        add(reasons, ReasonKind.SUPPLIER, "Same supplier: ", suppliers);
        List<String> systems =
                shared(one.profile().facts().systems(), other.profile().facts().systems(), name -> name);
        add(reasons, ReasonKind.COMPONENT, "Same system: ", systems);
        return reasons.size() > MOST ? reasons.subList(0, MOST) : reasons;
    }

    private static void add(List<MatchReason> reasons, ReasonKind kind, String beginning, List<String> shared) {
        if (!shared.isEmpty()) reasons.add(new MatchReason(kind, beginning + listed(shared) + ".", shared));
    }

    private static List<String> shared(Set<String> one, Set<String> other, UnaryOperator<String> label) {
        return one.stream().filter(other::contains).sorted().map(label).toList();
    }

    private @Nullable String kind(Profile one, Profile other) {
        if (one.known() == null || other.known() == null) return null;
        int shared = one.known().kinds().shared(other.known().kinds());
        boolean clear = shared >= 0
                && one.known().kinds().strong(shared)
                && other.known().kinds().strong(shared);
        return clear ? kinds.label(shared) : null;
    }

    /** The rarest things both say: phrases before words, three at most, as the first text writes them. */
    private List<String> telling(ComparedText one, ComparedText other) {
        Said mine = Said.of(one);
        Said theirs = Said.of(other);
        List<String> shared = new ArrayList<>();
        mine.phrases().stream().filter(theirs.phrases()::contains).forEach(shared::add);
        Set<String> inPhrases = shared.stream()
                .flatMap(phrase -> Stream.of(phrase.split(" ", -1)))
                .collect(Collectors.toCollection(HashSet::new));
        mine.surface().keySet().stream()
                .filter(stem -> theirs.surface().containsKey(stem) && !inPhrases.contains(stem) && stem.length() > 2)
                .forEach(shared::add);
        return shared.stream()
                .filter(stems -> tells(stems) >= TELLING)
                .sorted(Comparator.comparingDouble(this::tells).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .map(mine::written)
                .toList();
    }

    /** Words that one text in ten has tell nobody anything. */
    private static final double TELLING = 2.3;

    private double tells(String stems) {
        return Stream.of(stems.split(" ", -1)).mapToDouble(detector::rarity).sum();
    }

    /** What a text says: two-word phrases by their stems, and how each stem is written. */
    private record Said(Set<String> phrases, Map<String, String> surface) {
        static Said of(ComparedText text) {
            Said said = new Said(new HashSet<>(), new HashMap<>());
            if (text.title() != null) said.add(text.title());
            text.others().forEach(said::add);
            return said;
        }

        private void add(String text) {
            Words.Word before = null;
            for (Words.Word word : Words.of(text)) {
                surface.putIfAbsent(
                        word.stem(), text.substring(word.from(), word.to()).toLowerCase(Locale.ROOT));
                boolean beside = before != null && word.from() == before.to() + 1 && text.charAt(before.to()) == ' ';
                if (before != null && beside) phrases.add(before.stem() + " " + word.stem());
                before = word;
            }
        }

        private String written(String stems) {
            return Stream.of(stems.split(" ", -1))
                    .map(stem -> surface.getOrDefault(stem, stem))
                    .collect(Collectors.joining(" "));
        }
    }

    private static String quoted(String words) {
        return "\u201c" + words + "\u201d";
    }

    private static String listed(List<String> words) {
        List<String> quoted = words.stream().map(Reasons::quoted).toList();
        if (quoted.size() == 1) return quoted.get(0);
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.get(quoted.size() - 1);
    }
}
