package org.councilregistry.api.portfolios;

import java.util.ArrayList;
import java.util.List;
import org.councilregistry.schema.Phase;

/**
 * All the work in one phase.
 *
 * @param phase the phase
 * @param work what is in it, the newest first; empty for a white space
 */
public record PhaseGroup(Phase phase, List<PortfolioDao.Work> work) {
    /** The work phase by phase, the white spaces among them. */
    public static List<PhaseGroup> of(List<PortfolioDao.Work> work) {
        List<PhaseGroup> groups = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (phase == Phase.UNKNOWN) continue;
            groups.add(new PhaseGroup(
                    phase, work.stream().filter(w -> w.phase() == phase).toList()));
        }
        return groups;
    }

    /** The colour of a phase's tag: the further, the greener. */
    public static String colour(Phase phase) {
        return switch (phase) {
            case IDEA, DISCOVERY -> "purple";
            case ALPHA, PROCUREMENT, IMPLEMENTATION -> "yellow";
            case PRIVATE_BETA, PUBLIC_BETA -> "turquoise";
            case LIVE, COMPLETED -> "green";
            case STOPPED -> "red";
            case RETIRED, PAUSED, UNKNOWN -> "grey";
        };
    }
}
