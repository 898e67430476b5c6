package org.councilregistry.api.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.councilregistry.api.meanings.KindsOfWork.Nearness;
import org.councilregistry.api.meanings.MeaningIndex.Known;
import org.junit.jupiter.api.Test;

/** Looking through many meanings by estimate finds what comparing them all would. */
class MeaningRowsTest {
    private static final MeaningRows.Weights WEIGHTS = new MeaningRows.Weights(8, 3);
    private static final int TOPICS = 300;

    private final SplittableRandom random = new SplittableRandom(7);
    private final MeaningRows rows = new MeaningRows();
    private final Map<UUID, Known> all = new HashMap<>();
    private final float[][] topics = new float[TOPICS][];

    private float[] direction() {
        float[] direction = new float[Embedder.PARTS];
        for (int i = 0; i < direction.length; i++)
            direction[i] = (float) (random.nextDouble() + random.nextDouble() - 1);
        return Vectors.unit(direction);
    }

    /** About one of the topics, as texts are: near to the others about it, and never the same. */
    private Known about(int topic) {
        if (topics[topic] == null) topics[topic] = direction();
        float[] own = direction();
        float[] mixed = new float[own.length];
        for (int i = 0; i < mixed.length; i++) mixed[i] = topics[topic][i] + own[i];
        short[] kinds = {(short) (topic % 50), (short) (50 + topic % 60), (short) (120 + random.nextInt(80))};
        return new Known(Vectors.small(Vectors.unit(mixed)), new Nearness(kinds, Vectors.unit(new float[] {
            3, 2, 1 + random.nextInt(3)
        })));
    }

    private final Map<UUID, Integer> rowOf = new HashMap<>();

    private UUID add(Known known) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        all.put(id, known);
        rowOf.put(id, rows.put(MeaningRows.NEW, id, known));
        return id;
    }

    private List<UUID> exactly(Known text, int most) {
        Map<UUID, Double> scores = new HashMap<>();
        all.forEach((id, other) ->
                scores.put(id, WEIGHTS.meaning() * text.meaning(other) + WEIGHTS.kinds() * text.kinds(other)));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void ofManyTheBestAreFound() {
        for (int n = 0; n < 4 * MeaningRows.EXACT; n++) add(about(random.nextInt(TOPICS)));
        int found = 0;
        for (int query = 0; query < 50; query++) {
            Known text = about(random.nextInt(TOPICS));
            List<UUID> best = new ArrayList<>(rows.nearest(text, WEIGHTS, 80));
            List<UUID> exact = exactly(text, 80);
            assertThat(best.subList(0, 10)).isEqualTo(exact.subList(0, 10));
            best.retainAll(exact);
            found += best.size();
        }
        assertThat(found).isGreaterThan(50 * 80 * 98 / 100);
    }

    @Test
    void fewAreComparedAsTheyAre() {
        for (int n = 0; n < 500; n++) add(about(random.nextInt(TOPICS)));
        Known text = about(3);
        assertThat(rows.nearest(text, WEIGHTS, 80)).isEqualTo(exactly(text, 80));
    }

    @Test
    void aRowIsWrittenAgainAndGivenToAnother() {
        Known first = about(1);
        UUID id = add(first);
        int row = Objects.requireNonNull(rowOf.get(id));
        Known second = about(2);
        assertThat(rows.put(row, id, second)).isEqualTo(row);
        assertThat(rows.nearest(second, WEIGHTS, 5)).containsExactly(id);
        rows.remove(row);
        assertThat(rows.nearest(second, WEIGHTS, 5)).isEmpty();
        UUID other = new UUID(1, 2);
        assertThat(rows.put(MeaningRows.NEW, other, first)).isEqualTo(row);
        assertThat(rows.nearest(first, WEIGHTS, 5)).containsExactly(other);
    }

    @Test
    void anEmptyTableHasNone() {
        assertThat(rows.nearest(about(0), WEIGHTS, 5)).isEmpty();
    }
}
