package org.councilregistry.api.overlaps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.councilregistry.api.meanings.Embedder;
import org.councilregistry.api.meanings.KindsOfWork;
import org.councilregistry.api.meanings.Meaning;
import org.councilregistry.api.meanings.MeaningIndex;
import org.councilregistry.api.meanings.Vectors;
import org.councilregistry.api.platform.Json;
import org.councilregistry.api.search.Words;

/**
 * Learns the detector on the labelled pairs of the development set, in folds to be measured by and as a whole. With the argument
 * {@code write} the whole one is written where the service finds it, as a new release of the detector.
 */
public final class OverlapTraining {
    private static final Path RESOURCES = Path.of("src/main/resources/org/councilregistry/api");
    static final Path SHARED = Path.of("../../shared/data/overlap");
    private static final int FOLDS = 5;
    /** How many records each signal proposes to learn from. */
    private static final int PROPOSED = 80;

    private final Labelled data;
    private final List<Profile> profiles;
    private final Detector untrained;

    private OverlapTraining(Labelled data, Embedder model, KindsOfWork kinds) {
        this.data = data;
        Map<String, Float> rarity = rarity(data);
        List<Meaning> meanings =
                data.items.stream().map(item -> model.of(item.text().whole())).toList();
        float[] centre = new float[Embedder.PARTS];
        for (Meaning meaning : meanings) {
            for (int p = 0; p < centre.length; p++) centre[p] += meaning.whole()[p] / meanings.size();
        }
        Detector.Weights none = new Detector.Weights(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        untrained = new Detector("untrained", centre, rarity, (float) Math.log(1 + data.items.size()), none, none);
        MeaningIndex index = new MeaningIndex(centre);
        profiles = IntStream.range(0, data.items.size())
                .mapToObj(i -> new Profile(
                        WordWeights.of(data.items.get(i).text(), untrained),
                        index.known(meanings.get(i).whole(), kinds),
                        data.items.get(i).place(),
                        Facts.NONE))
                .toList();
    }

    /** Learns, prints how well on folds that were not learnt from, and writes the detector. */
    public static void main(String[] arguments) throws IOException {
        Embedder model = Embedder.open().orElseThrow();
        byte[] phrases = phrases(model);
        boolean write = List.of(arguments).contains("write");
        if (write) Files.write(RESOURCES.resolve("meanings/kinds-of-work.vectors"), phrases);
        OverlapTraining training = new OverlapTraining(new Labelled(SHARED), model, new KindsOfWork(phrases));
        Path folds = Path.of("target/overlap");
        Files.createDirectories(folds);
        int[] fold = training.data.folds(FOLDS);
        for (int f = 0; f < FOLDS; f++) {
            int out = f;
            Detector detector = training.learn("fold-" + f, i -> fold[i] != out);
            Files.writeString(folds.resolve("fold-" + f + ".json"), Json.MAPPER.writeValueAsString(detector));
        }
        Detector detector = training.learn("hybrid-2", i -> true);
        if (write)
            Files.writeString(RESOURCES.resolve("overlaps/detector.json"), Json.MAPPER.writeValueAsString(detector));
        System.out.println("full    " + detector.full());
        System.out.println("lexical " + detector.lexical());
        training.export(folds, fold);
        model.close();
    }

    private static byte[] phrases(Embedder model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String phrase : new KindsOfWork(new byte[0]).phrases()) {
            bytes.writeBytes(Vectors.bytes(model.of(phrase).whole()));
        }
        return bytes.toByteArray();
    }

    private static Map<String, Float> rarity(Labelled data) {
        Map<String, Integer> texts = new TreeMap<>();
        for (Labelled.Item item : data.items) {
            Set<String> stems = new HashSet<>();
            Words.of(String.valueOf(item.text().title())).forEach(word -> stems.add(word.stem()));
            item.text().others().forEach(text -> Words.of(text).forEach(word -> stems.add(word.stem())));
            stems.forEach(stem -> texts.merge(stem, 1, Integer::sum));
        }
        Map<String, Float> rarity = new TreeMap<>();
        // a stem that one text alone has is as rare as one that none has
        texts.forEach((stem, count) -> {
            if (count > 1) rarity.put(stem, rounded(Math.log((1.0 + data.items.size()) / (1 + count))));
        });
        return rarity;
    }

    private static float rounded(double value) {
        return Math.round(value * 1000) / 1000f;
    }

    private Detector learn(String version, IntPredicate mine) {
        return new Detector(
                version,
                untrained.centre(),
                untrained.rarity(),
                untrained.unseen(),
                weights(mine, true),
                weights(mine, false));
    }

    private static double[] signals(OverlapScore.Signals s, boolean full) {
        double country = s.country() ? 1 : 0;
        double tier = s.tier() ? 1 : 0;
        return full
                ? new double[] {s.words(), country, tier, country * tier, s.meaning(), s.kinds()}
                : new double[] {s.words(), country, tier, country * tier};
    }

    private Detector.Weights weights(IntPredicate mine, boolean full) {
        List<Logistic.Example> examples = new ArrayList<>();
        data.grades.forEach((query, of) -> {
            if (!mine.test(query)) return;
            for (int record : proposed(query, full)) {
                if (!mine.test(record)) continue;
                Integer grade = of.get(record);
                double[] signals = signals(OverlapScore.signals(profiles.get(query), profiles.get(record)), full);
                examples.add(new Logistic.Example(signals, grade != null && grade == 2, grade == null ? 0.5 : 1));
            }
        });
        double[] w = Logistic.fit(examples, 0.05);
        double meaning = full ? w[4] : 0;
        double kinds = full ? w[5] : 0;
        Detector.Weights open = new Detector.Weights(w[w.length - 1], meaning, w[0], kinds, w[1], w[2], w[3], 0, 0, 0);
        double[] bands = Bands.of(odds(open, mine, full), full);
        return new Detector.Weights(open.bias(), meaning, w[0], kinds, w[1], w[2], w[3], bands[0], bands[1], bands[2]);
    }

    /** The records that are worth learning from: what any signal puts first, and what was judged. */
    private Set<Integer> proposed(int query, boolean full) {
        Set<Integer> proposed =
                new HashSet<>(data.grades.getOrDefault(query, Map.of()).keySet());
        Comparator<Integer> byWords =
                Comparator.comparingDouble(r -> -signal(query, r).words());
        Comparator<Integer> byMeaning =
                Comparator.comparingDouble(r -> -signal(query, r).meaning());
        Comparator<Integer> byKinds =
                Comparator.comparingDouble(r -> -signal(query, r).kinds());
        for (Comparator<Integer> order : full ? List.of(byWords, byMeaning, byKinds) : List.of(byWords)) {
            others(query).stream().sorted(order).limit(PROPOSED).forEach(proposed::add);
        }
        proposed.removeIf(record -> record == query || data.sameOwner(query, record));
        return proposed;
    }

    private final Map<Long, OverlapScore.Signals> memory = new HashMap<>();

    private OverlapScore.Signals signal(int query, int record) {
        return memory.computeIfAbsent(
                (long) query << 32 | record, key -> OverlapScore.signals(profiles.get(query), profiles.get(record)));
    }

    private List<Integer> others(int query) {
        return IntStream.range(0, profiles.size())
                .filter(record -> record != query && !data.sameOwner(query, record))
                .boxed()
                .toList();
    }

    private List<Bands.Scored> odds(Detector.Weights w, IntPredicate mine, boolean full) {
        List<Bands.Scored> scored = new ArrayList<>();
        data.grades.forEach((query, of) -> {
            if (!mine.test(query)) return;
            for (int record : others(query)) {
                if (!mine.test(record)) continue;
                scored.add(new Bands.Scored(query, sum(w, signal(query, record), full), of.getOrDefault(record, 0)));
            }
        });
        return scored;
    }

    private static double sum(Detector.Weights w, OverlapScore.Signals s, boolean full) {
        double odds = w.bias() + w.words() * s.words();
        if (full) odds += w.meaning() * s.meaning() + w.kinds() * s.kinds();
        if (s.country()) odds += w.country();
        if (s.tier()) odds += w.tier();
        return s.country() && s.tier() ? odds + w.both() : odds;
    }

    /** A run for the referee: each query scored by the detector that has not learnt from it. */
    private void export(Path folder, int[] fold) throws IOException {
        for (boolean full : new boolean[] {true, false}) {
            StringBuilder run = new StringBuilder();
            for (int query : data.grades.keySet()) {
                Detector detector = Json.MAPPER.readValue(
                        Files.readString(folder.resolve("fold-" + Math.max(0, fold[query]) + ".json")), Detector.class);
                Detector.Weights w = full ? detector.full() : detector.lexical();
                for (int record : others(query)) {
                    double odds = sum(w, signal(query, record), full);
                    if (odds < w.related()) continue;
                    run.append(data.items.get(query).id())
                            .append('\t')
                            .append(data.items.get(record).id());
                    run.append('\t').append(odds - w.close()).append('\n');
                }
            }
            Files.writeString(folder.resolve(full ? "full.run" : "lexical.run"), run.toString());
        }
    }
}
