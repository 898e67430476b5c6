package org.councilregistry.api.overlaps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.councilregistry.api.boilerplate.Boilerplate;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.meanings.Embedder;
import org.councilregistry.api.meanings.MeaningIndex;
import org.councilregistry.api.meanings.Meanings;
import org.councilregistry.api.meanings.Sentence;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.search.Candidates;
import org.councilregistry.schema.Band;

/** Compares a piece of work with all that are published: words and meanings propose, the score decides. */
public final class Comparison {
    private static final int TERMS = 25;
    private static final int BY_WORDS = 50;
    private static final int BY_MEANING = 80;

    private final Candidates candidates;
    private final OverlapDao dao;
    private final Meanings meanings;
    private final Boilerplate boilerplate;
    private final Detector detector;
    private final OverlapScore score;
    /** The words of records that were compared lately, with the version that had them. */
    private final Cache<UUID, Read> read = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((UUID id, Read of) -> 16 + of.words().size())
            .build();

    private record Read(int version, int boilerplate, WordWeights words) {}

    /** What is compared with. */
    public record Parts(Candidates candidates, OverlapDao dao, Meanings meanings, Boilerplate boilerplate) {}

    /** Compares by these, as this detector says. */
    public Comparison(Parts parts, Detector detector) {
        this.candidates = parts.candidates();
        this.dao = parts.dao();
        this.meanings = parts.meanings();
        this.boilerplate = parts.boilerplate();
        this.detector = detector;
        this.score = new OverlapScore(detector);
    }

    /** A record that was compared. */
    record Compared(OverlapDao.Brief brief, Profile profile, double odds, Band band) {}

    /**
     * What came of it.
     *
     * @param all how many records the caller may see
     * @param alike those that mean anything, most alike first
     * @param draft what was compared with them
     */
    record Result(long all, List<Compared> alike, Profile draft) {}

    /** Lets what was registered on this node just now be compared, too. */
    void freshen() {
        candidates.refresh();
    }

    Detector detector() {
        return detector;
    }

    boolean degraded() {
        return meanings.model() == null;
    }

    /** A text as it is scored, done there and naming this. */
    Profile profile(ComparedText text, Profile.Place place, Facts facts) {
        Embedder model = meanings.model();
        String whole = text.whole();
        MeaningIndex.Known known = model == null || !text.says()
                ? null
                : meanings.index().known(model.of(whole).whole(), meanings.kinds());
        return new Profile(WordWeights.of(text, detector), known, place, facts);
    }

    /** A record as it is scored; its meaning is taken from the index, where it has been computed from this text. */
    Profile stored(UUID id, ComparedText text, Profile.Place place, Facts facts) {
        String hash = text.hash();
        MeaningIndex.Known known = meanings.index().get(id, hash);
        if (known != null) return new Profile(WordWeights.of(text, detector), known, place, facts);
        Profile profile = profile(text, place, facts);
        // whoever is compared next must not miss it because its turn at the model has not come
        if (profile.known() != null) meanings.index().put(id, profile.known(), hash);
        return profile;
    }

    /** The sentences of a text. */
    List<Sentence> sentences(ComparedText text) {
        return meanings.sentences(text);
    }

    /** The sentences of initiatives with these texts, as far as they have been read. */
    Map<UUID, List<Sentence>> sentences(Map<UUID, ComparedText> texts) {
        return meanings.sentences(texts);
    }

    /** Compares with all that the caller may see. */
    Result with(Profile draft, Caller caller) {
        return with(draft, caller, List.of());
    }

    /** Compares with all that the caller may see, and with these, whether they are proposed or not. */
    Result with(Profile draft, Caller caller, List<UUID> partners) {
        Candidates.Proposed byWords = candidates.of(draft.words().heaviest(TERMS), caller, BY_WORDS);
        Set<UUID> proposed = new LinkedHashSet<>(byWords.ids());
        if (draft.known() != null) {
            Detector.Weights w = detector.full();
            proposed.addAll(meanings.index().nearest(draft.known(), w.meaning(), w.kinds(), BY_MEANING));
        }
        proposed.addAll(partners);
        List<String> origins = List.copyOf(draft.facts().origins());
        if (!origins.isEmpty()) proposed.addAll(dao.sharing(origins));
        List<OverlapDao.Brief> briefs = dao.briefs(List.copyOf(proposed), caller);
        Map<UUID, WordWeights> words = words(briefs);
        List<Compared> alike = new ArrayList<>();
        for (OverlapDao.Brief brief : briefs) {
            Profile profile = new Profile(
                    words.getOrDefault(brief.id(), WordWeights.NONE),
                    meanings.index().get(brief.id()),
                    Profile.Place.of(brief.country(), brief.kind()),
                    Facts.of(brief));
            double odds = score.of(draft, profile);
            Band band = score.band(draft, profile, odds);
            if (band != null) alike.add(new Compared(brief, profile, odds, band));
        }
        alike.sort(Comparator.comparingDouble(Compared::odds)
                .reversed()
                .thenComparing(compared -> compared.brief().id()));
        return new Result(byWords.compared(), alike, draft);
    }

    private Map<UUID, WordWeights> words(List<OverlapDao.Brief> briefs) {
        Map<UUID, WordWeights> words = new HashMap<>();
        Map<UUID, Integer> missing = new HashMap<>();
        int known = boilerplate.size();
        for (OverlapDao.Brief brief : briefs) {
            Read before = read.getIfPresent(brief.id());
            boolean same = before != null && before.version() == brief.version() && before.boilerplate() == known;
            if (before != null && same) words.put(brief.id(), before.words());
            else missing.put(brief.id(), brief.version());
        }
        if (missing.isEmpty()) return words;
        for (OverlapDao.Texts texts : dao.texts(List.copyOf(missing.keySet()))) {
            WordWeights weights = WordWeights.of(text(texts), detector);
            words.put(texts.id(), weights);
            Integer version = missing.get(texts.id());
            if (version != null) read.put(texts.id(), new Read(version, known, weights));
        }
        return words;
    }

    /** The text of a record, as far as it is compared. */
    ComparedText text(OverlapDao.Texts texts) {
        return compared(ComparedText.of(
                texts.title(),
                texts.summary(),
                texts.department(),
                ComparedText.labels(texts.technologies(), texts.systems()),
                Arrays.asList(texts.problem(), texts.users(), texts.approach())));
    }

    /** What of a text is compared. */
    ComparedText compared(ComparedText text) {
        return boilerplate.without(text);
    }

    /** Takes over what other nodes have found to be boilerplate. */
    void refresh() {
        boilerplate.refresh();
    }
}
