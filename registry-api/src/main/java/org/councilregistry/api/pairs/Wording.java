package org.councilregistry.api.pairs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.councilregistry.api.search.Words;
import org.councilregistry.schema.Decision;
import org.jspecify.annotations.Nullable;

/** What a piece of work is about, by its words: whether it was only worded anew, or is about something else now. */
final class Wording {
    private static final double MATERIAL = 0.6;

    private Wording() {}

    /** The stems of title and problem, of title and summary where no problem is given; each once, in order. */
    static List<String> stems(PairUpdateDao.Side side) {
        String text = side.title() + "\n" + (side.problem() == null ? side.summary() : side.problem());
        return Words.of(text).stream().map(Words.Word::stem).distinct().sorted().collect(Collectors.toList());
    }

    /** Whether so much was changed that an earlier decision no longer speaks of this text. */
    static boolean material(List<String> before, List<String> now) {
        Set<String> shared = new HashSet<>(before);
        shared.retainAll(Set.copyOf(now));
        Set<String> all = new HashSet<>(before);
        all.addAll(now);
        return !all.isEmpty() && shared.size() < MATERIAL * all.size();
    }

    /** Why a decided pair is raised again; null if it is not. */
    static @Nullable String reopens(PairUpdateDao.Kept kept, PairUpdateDao.Pair found) {
        if (material(kept.leftStems(), found.leftStems()) || material(kept.rightStems(), found.rightStems())) {
            return "One of the two describes another problem than when this was decided.";
        }
        boolean newRules = !kept.detector().equals(found.detector());
        if (newRules && kept.decision() == Decision.DIFFERENT) {
            return "New rules (" + found.detector() + ") find the two alike again; it was decided under "
                    + kept.detector() + ".";
        }
        return null;
    }
}
