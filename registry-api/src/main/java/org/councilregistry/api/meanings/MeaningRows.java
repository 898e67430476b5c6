package org.councilregistry.api.meanings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.councilregistry.api.meanings.MeaningIndex.Known;
import org.jspecify.annotations.Nullable;

/**
 * Meanings in rows, to look through all of them. Of many, first each is estimated: by the signs of its direction, which are 48
 * bytes instead of 384, and by its kinds of work; the best by that are then compared as they are. Thread-safe; what is put
 * while somebody looks may be missed or seen half.
 */
final class MeaningRows {
    /** The row of what has none yet. */
    static final int NEW = -1;

    /** So many are compared as they are without an estimate. */
    static final int EXACT = 5_000;

    /** How many of those estimated best are compared as they are. */
    private static final int SHORT_LIST = 1_500;

    private static final int WORDS = Embedder.PARTS / Long.SIZE;
    private static final int KINDS = 15;

    private final Deque<Integer> free = new ArrayDeque<>();
    private volatile Table table = new Table(1_024);
    private int used;
    /** The highest number of a kind that any text is near. */
    private volatile int highest;

    /** How much meaning and kinds of work count. */
    record Weights(double meaning, double kinds) {}

    /** The rows: of each its initiative, what is known of it, the signs of its direction, and its kinds with their weights. */
    private record Table(UUID[] ids, @Nullable Known[] known, long[] signs, short[] kinds, float[] weights) {
        Table(int size) {
            this(
                    new UUID[size],
                    new Known[size],
                    new long[size * WORDS],
                    new short[size * KINDS],
                    new float[size * KINDS]);
        }

        Table twice() {
            int size = ids.length * 2;
            return new Table(
                    Arrays.copyOf(ids, size),
                    Arrays.copyOf(known, size),
                    Arrays.copyOf(signs, size * WORDS),
                    Arrays.copyOf(kinds, size * KINDS),
                    Arrays.copyOf(weights, size * KINDS));
        }
    }

    /** A row, and how alike it is. */
    private record Alike(int row, double score) {
        static final Comparator<Alike> LEAST = Comparator.comparingDouble(Alike::score);
    }

    /** Puts what is known of an initiative into its row, or into a new one; returns the row. */
    synchronized int put(int before, UUID id, Known known) {
        int row = before != NEW ? before : free.isEmpty() ? used++ : free.pop();
        if (row >= table.ids().length) table = table.twice();
        Table t = table;
        t.ids()[row] = id;
        System.arraycopy(signs(known.direction()), 0, t.signs(), row * WORDS, WORDS);
        Arrays.fill(t.weights(), row * KINDS, (row + 1) * KINDS, 0);
        int many = Math.min(KINDS, known.kinds().kinds().length);
        for (int k = 0; k < many; k++) highest = Math.max(highest, known.kinds().kinds()[k]);
        System.arraycopy(known.kinds().kinds(), 0, t.kinds(), row * KINDS, many);
        System.arraycopy(known.kinds().weights(), 0, t.weights(), row * KINDS, many);
        t.known()[row] = known;
        return row;
    }

    synchronized void remove(int row) {
        table.known()[row] = null;
        free.push(row);
    }

    private static long[] signs(byte[] direction) {
        long[] signs = new long[WORDS];
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] > 0) signs[i / Long.SIZE] |= 1L << (i % Long.SIZE);
        }
        return signs;
    }

    /** Those most alike, best first. */
    List<UUID> nearest(Known text, Weights weights, int most) {
        Table t = table;
        int rows = rows(t);
        int[] candidates = rows <= EXACT ? all(rows) : estimated(t, rows, text, weights);
        PriorityQueue<Alike> best = new PriorityQueue<>(most + 1, Alike.LEAST);
        for (int row : candidates) {
            Known other = t.known()[row];
            if (other == null) continue;
            keep(best, most, row, weights.meaning() * text.meaning(other) + weights.kinds() * text.kinds(other));
        }
        List<Alike> sorted = new ArrayList<>(best);
        sorted.sort(Alike.LEAST.reversed());
        return sorted.stream().map(alike -> t.ids()[alike.row()]).toList();
    }

    private synchronized int rows(Table of) {
        return Math.min(used, of.ids().length);
    }

    private static int[] all(int rows) {
        int[] all = new int[rows];
        for (int i = 0; i < rows; i++) all[i] = i;
        return all;
    }

    private static void keep(PriorityQueue<Alike> best, int most, int row, double score) {
        Alike least = best.peek();
        if (best.size() >= most && least != null && score <= least.score()) return;
        best.add(new Alike(row, score));
        if (best.size() > most) best.poll();
    }

    private int[] estimated(Table t, int rows, Known text, Weights weights) {
        long[] signs = signs(text.direction());
        double[] alike = cosines(weights.meaning());
        float[] kinds = spread(text.kinds(), weights.kinds());
        PriorityQueue<Alike> best = new PriorityQueue<>(SHORT_LIST + 1, Alike.LEAST);
        for (int row = 0; row < rows; row++) {
            int differ = 0;
            for (int w = 0; w < WORDS; w++) differ += Long.bitCount(signs[w] ^ t.signs()[row * WORDS + w]);
            double score = alike[differ];
            for (int k = row * KINDS; k < (row + 1) * KINDS; k++) score += kinds[t.kinds()[k]] * t.weights()[k];
            keep(best, SHORT_LIST, row, score);
        }
        return best.stream().mapToInt(Alike::row).toArray();
    }

    /** What directions count whose signs differ in so many parts: the angle between them is about that share of half a turn. */
    private static double[] cosines(double weight) {
        double[] cosines = new double[Embedder.PARTS + 1];
        for (int i = 0; i < cosines.length; i++) cosines[i] = weight * Math.cos(Math.PI * i / Embedder.PARTS);
        return cosines;
    }

    private float[] spread(KindsOfWork.Nearness kinds, double weight) {
        float[] spread = new float[highest + 1];
        for (int i = 0; i < kinds.kinds().length; i++) {
            int kind = kinds.kinds()[i];
            if (kind < spread.length) spread[kind] = (float) (weight * kinds.weights()[i]);
        }
        return spread;
    }
}
