package org.councilregistry.api.meanings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The kinds of work that councils and agencies do: a problem together with a kind of solution, each said in several ways. Two
 * texts that share no word may still be near the same kinds, which is a bridge between them and a reason that a person
 * believes. The list is ours ({@code kinds-of-work.tsv}); what its phrases mean is computed when the release is made.
 */
public final class KindsOfWork {
    /** To how many kinds a text belongs, more or less. */
    private static final int NEAREST = 15;

    private static final float SHARPNESS = 14;

    private final List<String> labels = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<Integer> kindOf = new ArrayList<>();
    private final float[][] directions;
    private final String name;

    /** The list that came with the service. */
    public KindsOfWork() {
        this(resource("kinds-of-work.vectors"));
    }

    /** The list, with what its phrases mean to a model, one after the other. */
    public KindsOfWork(byte[] meanings) {
        String table = new String(resource("kinds-of-work.tsv"), StandardCharsets.UTF_8);
        for (String line : table.lines().skip(1).toList()) {
            String[] cells = line.split("\t", 3);
            phrases.add(cells[1]);
            kindOf.add(labels.size());
            for (String phrase : cells[2].split(" \\| ", -1)) {
                phrases.add(phrase);
                kindOf.add(labels.size());
            }
            labels.add(cells[1]);
        }
        directions = directions(meanings);
        name = UUID.nameUUIDFromBytes(meanings).toString();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = KindsOfWork.class.getResourceAsStream(name)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float[][] directions(byte[] meanings) {
        if (meanings.length != phrases.size() * Embedder.PARTS * Float.BYTES) return new float[0][];
        ByteBuffer buffer = ByteBuffer.wrap(meanings).order(ByteOrder.LITTLE_ENDIAN);
        float[][] read = new float[phrases.size()][Embedder.PARTS];
        float[] centre = new float[Embedder.PARTS];
        for (float[] direction : read) {
            for (int p = 0; p < direction.length; p++) {
                direction[p] = buffer.getFloat();
                centre[p] += direction[p] / read.length;
            }
        }
        for (int i = 0; i < read.length; i++) read[i] = Vectors.from(centre, read[i]);
        return read;
    }

    /** Names this list with its meanings; others have other names. */
    String name() {
        return name;
    }

    /** Every phrase, in the order in which their meanings are kept. */
    public List<String> phrases() {
        return phrases;
    }

    /** What each kind is called, in order. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** What a kind is called. */
    public String label(int kind) {
        return labels.get(kind);
    }

    /**
     * Of which kinds a text is, and how much.
     *
     * @param kinds their numbers, rising
     * @param weights how much it is of each; a direction of length 1
     */
    public record Nearness(short[] kinds, float[] weights) {
        /** How alike two texts are by their kinds, from 0 to 1. */
        public float dot(Nearness other) {
            float sum = 0;
            for (int i = 0, j = 0; i < kinds.length && j < other.kinds.length; ) {
                if (kinds[i] == other.kinds[j]) sum += weights[i++] * other.weights[j++];
                else if (kinds[i] < other.kinds[j]) i++;
                else j++;
            }
            return sum;
        }

        /** As bytes to keep. */
        public byte[] bytes() {
            ByteBuffer buffer = ByteBuffer.allocate(kinds.length * 6).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < kinds.length; i++) buffer.putShort(kinds[i]).putFloat(weights[i]);
            return buffer.array();
        }

        /** From kept bytes. */
        public static Nearness of(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            short[] kinds = new short[bytes.length / 6];
            float[] weights = new float[kinds.length];
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = buffer.getShort();
                weights[i] = buffer.getFloat();
            }
            return new Nearness(kinds, weights);
        }

        /** Whether a text is clearly of a kind. */
        public boolean strong(int kind) {
            int at = Arrays.binarySearch(kinds, (short) kind);
            return at >= 0 && weights[at] >= 0.4f;
        }

        /** The kind that two texts share most; -1 if none. */
        public int shared(Nearness other) {
            int best = -1;
            float most = 0;
            for (int i = 0; i < kinds.length; i++) {
                int there = Arrays.binarySearch(other.kinds, kinds[i]);
                float both = there < 0 ? 0 : Math.min(weights[i], other.weights[there]);
                if (both > most) {
                    most = both;
                    best = kinds[i];
                }
            }
            return best;
        }
    }

    /** The kinds nearest to a text, given its direction as seen from the centre of all texts. */
    public Nearness nearest(float[] direction) {
        if (directions.length == 0) return new Nearness(new short[0], new float[0]);
        float[] best = new float[labels.size()];
        float[] sum = new float[labels.size()];
        int[] count = new int[labels.size()];
        Arrays.fill(best, -1);
        for (int i = 0; i < directions.length; i++) {
            float alike = Vectors.dot(direction, directions[i]);
            int kind = kindOf.get(i);
            best[kind] = Math.max(best[kind], alike);
            sum[kind] += alike;
            count[kind]++;
        }
        for (int k = 0; k < best.length; k++) best[k] = (best[k] + sum[k] / count[k]) / 2;
        int[] top = IntStream.range(0, best.length)
                .boxed()
                .sorted((a, b) -> Float.compare(best[b], best[a]))
                .limit(NEAREST)
                .mapToInt(Integer::intValue)
                .toArray();
        float nearest = best[top[0]];
        Arrays.sort(top);
        short[] kinds = new short[top.length];
        float[] weights = new float[top.length];
        for (int i = 0; i < top.length; i++) {
            kinds[i] = (short) top[i];
            weights[i] = (float) Math.exp((best[top[i]] - nearest) * SHARPNESS);
        }
        return new Nearness(kinds, Vectors.unit(weights));
    }
}
