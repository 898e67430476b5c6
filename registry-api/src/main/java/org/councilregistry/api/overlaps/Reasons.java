package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.meanings.Sentence;
import org.councilregistry.schema.MatchReason;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.ReasonKind;
import org.jspecify.annotations.Nullable;

/** Why two pieces of work are alike, in sentences that a person believes; four at most, no percentages. */
final class Reasons {
    private static final int MOST = 4;
    private static final int WORDS = 3;

    private final Detector detector;
    private final KindsOfWork kinds;
    private final Names names;

    /** What things are called. */
    interface Names {
        /** A service by its code. */
        String service(String code);

        /** An organisation by its id. */
        String organisation(UUID id);
    }

    Reasons(Detector detector, KindsOfWork kinds, Names names) {
        this.detector = detector;
        this.kinds = kinds;
        this.names = names;
    }

    /**
     * A piece of work, to say why of.
     *
     * @param text its text
     * @param profile how it is scored
     * @param sentences the sentences of its text; none where they are not known
     * @param said the words of its text
     */
    record Side(ComparedText text, Profile profile, List<Sentence> sentences, SharedWords.Said said) {
        Side(ComparedText text, Profile profile, List<Sentence> sentences) {
            this(text, profile, sentences, SharedWords.Said.of(text));
        }
    }

    /** The reasons, the most telling first. */
    List<MatchReason> of(Side one, Side other) {
        return of(one, other, shared(one, other));
    }

    /** The words that both say. */
    SharedWords shared(Side one, Side other) {
        return SharedWords.of(one.said(), other.said(), detector);
    }

    /** The reasons, the most telling first; {@code shared} is what both say. */
    List<MatchReason> of(Side one, Side other, SharedWords shared) {
        Facts mine = one.profile().facts();
        Facts theirs = other.profile().facts();
        List<MatchReason> reasons = new ArrayList<>();
        add(reasons, ReasonKind.ORIGIN, "Same source: ", Facts.shared(mine.origins(), theirs.origins()));
        add(reasons, ReasonKind.SERVICE, "Same service: ", named(mine.services(), theirs.services(), names::service));
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
        circumstances(reasons, mine, theirs);
        return reasons.size() > MOST ? reasons.subList(0, MOST) : reasons;
    }

    private void circumstances(List<MatchReason> reasons, Facts mine, Facts theirs) {
        add(reasons, ReasonKind.SUPPLIER, "Same supplier: ", Facts.shared(mine.suppliers(), theirs.suppliers()));
        add(reasons, ReasonKind.COMPONENT, "Same system: ", Facts.shared(mine.systems(), theirs.systems()));
        Facts.Ties here = mine.ties();
        Facts.Ties there = theirs.ties();
        List<String> heirs = named(here.heirs(), there.heirs(), names::organisation);
        add(reasons, ReasonKind.ORIGIN, "Both owners are followed by ", heirs);
        List<String> partners = named(here.partners(), there.partners(), names::organisation);
        add(reasons, ReasonKind.ORIGIN, "Taking part in both: ", partners);
        // when two have nothing else in common, it does not matter when they are done
        if (!reasons.isEmpty() && mine.early() && theirs.early()) {
            String together = mine.phase() == theirs.phase() ? PHASES.get(mine.phase()) : "Neither has been built yet.";
            if (together != null) reasons.add(new MatchReason(ReasonKind.TIMING, together, List.of()));
        }
    }

    private static final Map<Phase, String> PHASES = Map.of(
            Phase.IDEA, "Both are still ideas.",
            Phase.DISCOVERY, "Both are in discovery.",
            Phase.ALPHA, "Both are in alpha.",
            Phase.PROCUREMENT, "Both are being bought.");

    private static void add(List<MatchReason> reasons, ReasonKind kind, String beginning, List<String> shared) {
        if (!shared.isEmpty()) reasons.add(new MatchReason(kind, beginning + listed(shared) + ".", shared));
    }

    private static <T extends Comparable<T>> List<String> named(Set<T> one, Set<T> other, Function<T, String> name) {
        return Facts.shared(one, other).stream().map(name).toList();
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
