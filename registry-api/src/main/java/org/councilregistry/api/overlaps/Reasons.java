package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.meanings.Sentence;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.ReasonKind;
import org.jspecify.annotations.Nullable;

/** Why two pieces of work are alike, in sentences that a person believes; four at most, no percentages. */
final class Reasons {
    private static final int MOST = 4;
    private static final int WORDS = 3;

    private final Detector detector;
    private final KindsOfWork kinds;
    private final UnaryOperator<String> serviceLabel;

    Reasons(Detector detector, KindsOfWork kinds, UnaryOperator<String> serviceLabel) {
        this.detector = detector;
        this.kinds = kinds;
        this.serviceLabel = serviceLabel;
    }

    /**
     * A piece of work, to say why of.
     *
     * @param text its text
     * @param profile how it is scored
     * @param sentences the sentences of its text; none where they are not known
     */
    record Side(ComparedText text, Profile profile, List<Sentence> sentences) {}

    /** The reasons, the most telling first. */
    List<MatchReason> of(Side one, Side other) {
        return of(one, other, shared(one, other));
    }

    /** The words that both say. */
    SharedWords shared(Side one, Side other) {
        return SharedWords.of(one.text(), other.text(), detector);
    }

    /** The reasons, the most telling first; {@code shared} is what both say. */
    List<MatchReason> of(Side one, Side other, SharedWords shared) {
        List<MatchReason> reasons = new ArrayList<>();
        List<String> services =
                shared(one.profile().facts().services(), other.profile().facts().services(), serviceLabel);
        add(reasons, ReasonKind.SERVICE, "Same service: ", services);
        String kind = kind(one.profile(), other.profile());
        if (kind != null) {
            reasons.add(new MatchReason(ReasonKind.MEANING, "Both look like " + quoted(kind) + ".", List.of(kind)));
        }
        List<String> words = shared.written(WORDS);
        if (!words.isEmpty()) {
            reasons.add(new MatchReason(ReasonKind.WORDS, "Both speak of " + listed(words) + ".", words));
        }
        MatchReason nearest = NearestSentences.reason(one, other);
        if (nearest != null) reasons.add(nearest);
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

    static String quoted(String words) {
        return "\u201c" + words + "\u201d";
    }

    private static String listed(List<String> words) {
        List<String> quoted = words.stream().map(Reasons::quoted).toList();
        if (quoted.size() == 1) return quoted.get(0);
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.get(quoted.size() - 1);
    }
}
