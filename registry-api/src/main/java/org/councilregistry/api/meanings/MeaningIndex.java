package org.councilregistry.api.meanings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The meanings of all published initiatives, at hand on this node. Knows nothing of who may see what. Thread-safe. */
public final class MeaningIndex {
    private final float[] centre;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    /** Sees texts from this centre. */
    public MeaningIndex(float[] centre) {
        this.centre = centre;
    }

    /**
     * What is known of a text.
     *
     * @param direction its direction as seen from the centre, each part a byte
     * @param kinds the kinds of work that it is near
     */
    public record Known(byte[] direction, KindsOfWork.Nearness kinds) {
        /** How alike two texts are in meaning, from -1 to 1. */
        public double meaning(Known other) {
            return Vectors.dot(direction, other.direction);
        }

        /** How alike two texts are by the kinds of work that they are near, from 0 to 1. */
        public double kinds(Known other) {
            return kinds.dot(other.kinds);
        }
    }

    /** A direction as seen from the centre, each part a byte. */
    public byte[] direction(float[] meaning) {
        return Vectors.small(Vectors.from(centre, meaning));
    }

    /** A text of this meaning, as the index compares it. */
    public Known known(float[] whole, KindsOfWork kinds) {
        float[] direction = Vectors.from(centre, whole);
        return new Known(Vectors.small(direction), kinds.nearest(direction));
    }

    void put(UUID initiative, float[] whole, KindsOfWork.Nearness kinds) {
        known.put(initiative, new Known(Vectors.small(Vectors.from(centre, whole)), kinds));
    }

    /** Notes what is known of an initiative's text. */
    public void put(UUID initiative, Known text) {
        known.put(initiative, text);
    }

    void remove(UUID initiative) {
        known.remove(initiative);
    }

    /** How many meanings there are. */
    public int size() {
        return known.size();
    }

    /** What is known of an initiative's text; null if its meaning has not been computed yet. */
    public @Nullable Known get(UUID initiative) {
        return known.get(initiative);
    }

    /** An initiative, and how alike it is. */
    private record Alike(UUID id, double score) {}

    /** The initiatives most alike, by meaning and kinds of work weighed like this, best first. */
    public List<UUID> nearest(Known text, double meaning, double kinds, int most) {
        PriorityQueue<Alike> best = new PriorityQueue<>(most + 1, Comparator.comparingDouble(Alike::score));
        known.forEach((id, other) -> {
            double score = meaning * text.meaning(other) + kinds * text.kinds(other);
            Alike least = best.peek();
            if (best.size() < most || (least != null && score > least.score())) {
                best.add(new Alike(id, score));
                if (best.size() > most) best.poll();
            }
        });
        List<Alike> sorted = new ArrayList<>(best);
        sorted.sort(Comparator.comparingDouble(Alike::score).reversed());
        return sorted.stream().map(Alike::id).toList();
    }
}
