package org.councilregistry.api.initiatives;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.councilregistry.schema.CoProduction;
import org.councilregistry.schema.Completeness;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Phase;
import org.jspecify.annotations.Nullable;

/** What follows from a draft. Pure functions. */
final class Drafts {
    private static final Set<Phase> OVER = EnumSet.of(Phase.COMPLETED, Phase.RETIRED, Phase.STOPPED);
    private static final List<Phase> BUILT = List.of(
            Phase.IDEA,
            Phase.DISCOVERY,
            Phase.ALPHA,
            Phase.PRIVATE_BETA,
            Phase.PUBLIC_BETA,
            Phase.LIVE,
            Phase.COMPLETED,
            Phase.RETIRED);
    private static final List<Phase> BOUGHT =
            List.of(Phase.IDEA, Phase.PROCUREMENT, Phase.IMPLEMENTATION, Phase.LIVE, Phase.COMPLETED, Phase.RETIRED);
    private static final Set<Phase> ASIDE = EnumSet.of(Phase.PAUSED, Phase.STOPPED);

    private Drafts() {}

    /** What a record still lacks; users and problem first: people before products. */
    static Completeness completeness(InitiativeDraft draft) {
        List<String> missing = new ArrayList<>();
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        wanted.put("users", draft.users() == null);
        wanted.put("problem", draft.problem() == null);
        wanted.put("services", draft.services().isEmpty());
        wanted.put("contact", draft.contact() == null);
        wanted.put("evidence", draft.evidence().isEmpty());
        wanted.put("coProduction", draft.coProduction() == null || draft.coProduction() == CoProduction.NOT_RECORDED);
        wanted.put("approach", draft.approach() == null);
        wanted.put("benefitAreas", draft.benefitAreas().isEmpty());
        wanted.put("offers", draft.offers().isEmpty());
        wanted.put(
                "technologies",
                draft.technologies().isEmpty() && draft.systems().isEmpty());
        wanted.put("links", draft.links().isEmpty());
        wanted.forEach((member, empty) -> {
            if (empty) missing.add(member);
        });
        return new Completeness(missing, missing.isEmpty() ? null : missing.get(0));
    }

    /** After how many days a record must be confirmed again; null when what was learnt no longer expires. */
    static @Nullable Integer lifetime(@Nullable Phase phase) {
        if (phase != null && OVER.contains(phase)) return null;
        return phase == Phase.LIVE ? 365 : 90;
    }

    /** Whether a step from one phase to another goes back or leaves one out, so that a reader will ask why. */
    static boolean wantsNote(Phase from, Phase to) {
        if (from == to || ASIDE.contains(to) || ASIDE.contains(from)) return false;
        return !follows(BUILT, from, to) && !follows(BOUGHT, from, to);
    }

    private static boolean follows(List<Phase> way, Phase from, Phase to) {
        int was = way.indexOf(from);
        int is = way.indexOf(to);
        boolean ends = to == Phase.COMPLETED || to == Phase.RETIRED;
        return was >= 0 && is >= 0 && (is == was + 1 || (ends && is > was));
    }
}
