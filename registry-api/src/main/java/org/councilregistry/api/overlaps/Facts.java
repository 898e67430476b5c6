package org.councilregistry.api.overlaps;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.councilregistry.api.initiatives.Origins;
import org.councilregistry.schema.BenefitArea;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Phase;

/**
 * What a piece of work names beside its texts, as far as it is scored. Pure. Technologies are not here: they are read with the
 * texts.
 *
 * @param services codes of services
 * @param suppliers suppliers, in lower case
 * @param systems systems, in lower case
 * @param origins what tells it from all other work: where its source is, a key unique in the world
 * @param areas where it is meant to pay
 * @param phase where it stands; {@code UNKNOWN} where nothing is said
 * @param ties the organisations it has to do with
 */
record Facts(
        Set<String> services,
        Set<String> suppliers,
        Set<String> systems,
        Set<String> origins,
        Set<BenefitArea> areas,
        Phase phase,
        Ties ties) {
    /** Of work that names nothing. */
    static final Facts NONE =
            new Facts(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Phase.UNKNOWN, new Ties(List.of(), List.of()));

    /** Phases in which two can still go together. */
    private static final Set<Phase> EARLY = Set.of(Phase.IDEA, Phase.DISCOVERY, Phase.ALPHA, Phase.PROCUREMENT);

    /**
     * The organisations that a piece of work has to do with.
     *
     * @param partners those that have confirmed that they take part
     * @param heirs those that follow, or will follow, its owner
     */
    record Ties(Set<UUID> partners, Set<UUID> heirs) {
        Ties(List<UUID> partners, List<UUID> heirs) {
            this(Set.copyOf(partners), Set.copyOf(heirs));
        }
    }

    static Facts of(OverlapDao.Brief brief) {
        return new Facts(
                Set.copyOf(brief.services()),
                lower(brief.suppliers()),
                lower(brief.systems()),
                Set.copyOf(brief.origins()),
                Set.copyOf(brief.benefitAreas()),
                brief.phase(),
                new Ties(brief.partners(), brief.heirs()));
    }

    /** Of a draft with these codes of services. */
    static Facts of(InitiativeDraft draft, List<String> codes, Ties ties) {
        return new Facts(
                Set.copyOf(codes),
                lower(draft.suppliers()),
                lower(draft.systems()),
                Set.copyOf(Origins.of(draft)),
                Set.copyOf(draft.benefitAreas()),
                draft.phase() == null ? Phase.UNKNOWN : draft.phase(),
                ties);
    }

    /** Of a component that is about these services and needs these systems. */
    static Facts of(List<String> services, List<String> systems) {
        return new Facts(
                Set.copyOf(services),
                NONE.suppliers(),
                lower(systems),
                NONE.origins(),
                NONE.areas(),
                NONE.phase(),
                NONE.ties());
    }

    /** Whether there is still time to do it together. */
    boolean early() {
        return EARLY.contains(phase);
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** What both have. */
    static <T extends Comparable<T>> List<T> shared(Set<T> one, Set<T> other) {
        return one.stream().filter(other::contains).sorted().toList();
    }
}
