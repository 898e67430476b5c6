package org.councilregistry.api.overlaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.pairs.PairFinder;
import org.councilregistry.api.platform.Caller;

/** Compares an initiative that is registered with the others, for the pairs that are kept. */
public final class StoredComparison implements PairFinder {
    private static final Caller REGISTRY = Caller.system("pairs");

    private final Comparison comparison;
    private final OverlapDao dao;
    private final Detector detector;
    private final Reasons reasons;

    /** Compares by this; names services by their labels. */
    public StoredComparison(
            Comparison comparison, OverlapDao dao, KindsOfWork kinds, UnaryOperator<String> serviceLabel) {
        this.comparison = comparison;
        this.dao = dao;
        this.detector = comparison.detector();
        this.reasons = new Reasons(detector, kinds, serviceLabel);
    }

    @Override
    public String detector() {
        return detector.version();
    }

    @Override
    public List<Found> of(UUID initiative) {
        List<OverlapDao.Brief> self = dao.briefs(List.of(initiative), REGISTRY);
        Map<UUID, ComparedText> texts = texts(List.of(initiative));
        ComparedText text = texts.get(initiative);
        if (self.isEmpty() || text == null) return List.of();
        OverlapDao.Brief brief = self.get(0);
        Profile profile = comparison.stored(
                initiative,
                text,
                Profile.Place.of(brief.country(), brief.kind()),
                Profile.Facts.of(brief.services(), brief.suppliers(), brief.systems()));
        List<Comparison.Compared> alike = comparison.with(profile, REGISTRY).alike().stream()
                .filter(other -> !other.brief().id().equals(initiative))
                .toList();
        Map<UUID, ComparedText> others =
                texts(alike.stream().map(other -> other.brief().id()).toList());
        List<Found> found = new ArrayList<>();
        for (Comparison.Compared other : alike) {
            ComparedText theirs = others.get(other.brief().id());
            if (theirs == null) continue;
            Reasons.Side mine = new Reasons.Side(text, profile);
            Reasons.Side side = new Reasons.Side(theirs, other.profile());
            // from the side whose id comes first, so that the reasons read the same whichever side is compared
            boolean first = initiative.toString().compareTo(other.brief().id().toString()) < 0;
            found.add(new Found(
                    other.brief().id(),
                    other.odds(),
                    other.band(),
                    first ? reasons.of(mine, side) : reasons.of(side, mine)));
        }
        return found;
    }

    private Map<UUID, ComparedText> texts(List<UUID> ids) {
        return dao.texts(ids).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        OverlapDao.Texts::id, (Function<OverlapDao.Texts, ComparedText>) Comparison::text));
    }
}
