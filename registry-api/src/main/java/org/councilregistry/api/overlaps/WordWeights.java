package org.councilregistry.api.overlaps;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.councilregistry.api.meanings.ComparedText;
import org.councilregistry.api.search.Words;

/** How much each stem weighs in a text: a direction of length 1, kept small, because every record has one. */
final class WordWeights {
    /** Of a text that says nothing. */
    static final WordWeights NONE = new WordWeights(Map.of(), 1);

    private static final double PARTS = 0x1p40;
    /** Texts share their stems; each is kept once. */
    private static final Interner<String> STEMS = Interner.newWeakInterner();

    private final String[] stems;
    private final float[] weights;

    private WordWeights(Map<String, Double> words, double length) {
        stems = words.keySet().toArray(new String[0]);
        Arrays.sort(stems, WordWeights::order);
        weights = new float[stems.length];
        for (int i = 0; i < stems.length; i++) {
            weights[i] = (float) (words.getOrDefault(stems[i], 0.0) / length);
            stems[i] = STEMS.intern(stems[i]);
        }
    }

    /** The weights of a text, its title counted twice. */
    static WordWeights of(ComparedText text, Detector detector) {
        Map<String, Integer> times = new HashMap<>();
        if (text.title() != null) Words.of(text.title()).forEach(word -> times.merge(word.stem(), 2, Integer::sum));
        for (String other : text.others()) Words.of(other).forEach(word -> times.merge(word.stem(), 1, Integer::sum));
        times.keySet().removeIf(FunctionWords::sayNothing);
        Map<String, Double> words = new HashMap<>();
        double sum = 0;
        for (Map.Entry<String, Integer> word : times.entrySet()) {
            double weight = (1 + Math.log(word.getValue())) * detector.rarity(word.getKey());
            words.put(word.getKey(), weight);
            sum += weight * weight;
        }
        return sum > 0 ? new WordWeights(words, Math.sqrt(sum)) : NONE;
    }

    int size() {
        return stems.length;
    }

    /** The heaviest, so many at most, heaviest first. */
    Map<String, Float> heaviest(int most) {
        Map<String, Float> all = new HashMap<>();
        for (int i = 0; i < stems.length; i++) all.put(stems[i], weights[i]);
        Map<String, Float> heaviest = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(word -> heaviest.put(word.getKey(), word.getValue()));
        return heaviest;
    }

    /** By numbers first, which are compared faster than letters. */
    private static int order(String one, String other) {
        int byHash = Integer.compare(one.hashCode(), other.hashCode());
        return byHash != 0 || one.equals(other) ? byHash : one.compareTo(other);
    }

    /** The cosine of two texts' words, the same in both directions. */
    double alike(WordWeights other) {
        // in whole parts, so that the order of the words makes no difference
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < stems.length && j < other.stems.length) {
            int order = order(stems[i], other.stems[j]);
            if (order == 0) sum += Math.round((double) (weights[i] * other.weights[j]) * PARTS);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return sum / PARTS;
    }
}
