package org.councilregistry.api.overlaps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.meanings.Sentence;
import org.councilregistry.api.pairs.PairFinder;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.Band;

/** Compares an initiative that is registered with the others, for the pairs that are kept. */
public final class StoredComparison implements PairFinder {
    private static final Caller REGISTRY = Caller.system("pairs");

    private final Comparison comparison;
    private final OverlapDao dao;
    private final Detector detector;
    private final Reasons reasons;

    /** Compares by this; names services and organisations by these. */
    public StoredComparison(Comparison comparison, OverlapDao dao, KindsOfWork kinds, StoredNames names) {
        this.comparison = comparison;
        this.dao = dao;
        this.detector = comparison.detector();
        this.reasons = new Reasons(detector, kinds, names);
    }

    @Override
    public String detector() {
        return detector.version();
    }

    @Override
    public List<Found> of(UUID initiative, List<UUID> partners) {
        comparison.refresh();
        List<OverlapDao.Brief> self = dao.briefs(List.of(initiative), REGISTRY);
        Map<UUID, ComparedText> texts = texts(List.of(initiative));
        ComparedText text = texts.get(initiative);
        if (self.isEmpty() || text == null) return List.of();
        OverlapDao.Brief brief = self.get(0);
        Profile profile =
                comparison.stored(initiative, text, Profile.Place.of(brief.country(), brief.kind()), Facts.of(brief));
        // what is merely related is not kept as a pair
        List<Comparison.Compared> alike = comparison.with(profile, REGISTRY, partners).alike().stream()
                .filter(other ->
                        other.band() != Band.RELATED && !other.brief().id().equals(initiative))
                .toList();
        texts.putAll(texts(alike.stream().map(other -> other.brief().id()).toList()));
        Map<UUID, List<Sentence>> sentences = comparison.sentences(texts);
        Reasons.Side mine = side(initiative, profile, texts, sentences);
        return alike.stream()
                .filter(other -> texts.containsKey(other.brief().id()))
                .map(other -> found(
                        mine,
                        side(other.brief().id(), other.profile(), texts, sentences),
                        other,
                        // from the side whose id comes first, so that the reasons read the same whichever is compared
                        initiative.toString().compareTo(other.brief().id().toString()) < 0))
                .toList();
    }

    private Found found(Reasons.Side mine, Reasons.Side theirs, Comparison.Compared other, boolean first) {
        return new Found(
                other.brief().id(),
                other.odds(),
                other.band(),
                first ? reasons.of(mine, theirs) : reasons.of(theirs, mine));
    }

    private Reasons.Side side(
            UUID id, Profile profile, Map<UUID, ComparedText> texts, Map<UUID, List<Sentence>> sentences) {
        ComparedText text = Objects.requireNonNull(texts.get(id));
        List<Sentence> known = sentences.get(id);
        return new Reasons.Side(text, profile, known == null ? comparison.sentences(text) : known);
    }

    private Map<UUID, ComparedText> texts(List<UUID> ids) {
        Map<UUID, ComparedText> texts = new HashMap<>();
        dao.texts(ids).forEach(text -> texts.put(text.id(), comparison.text(text)));
        return texts;
    }
}
