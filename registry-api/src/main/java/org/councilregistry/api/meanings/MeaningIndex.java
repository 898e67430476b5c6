package org.councilregistry.api.meanings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The meanings of all published initiatives, at hand on this node. Knows nothing of who may see what. Thread-safe. */
public final class MeaningIndex {
    private final float[] centre;
    private final Map<UUID, Entry> known = new ConcurrentHashMap<>();
    private final MeaningRows rows = new MeaningRows();

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

    /** What is known of an initiative, of which text of it, and in which row. */
    private record Entry(Known known, UUID text, int row) {}

    /** The sentences of a text of this meaning, as they are compared. */
    public List<Sentence> sentences(Meaning meaning) {
        return meaning.sentences().stream()
                .map(s -> new Sentence(s.from(), s.to(), Vectors.small(Vectors.from(centre, s.meaning()))))
                .toList();
    }

    /** A text of this meaning, as the index compares it. */
    public Known known(float[] whole, KindsOfWork kinds) {
        float[] direction = Vectors.from(centre, whole);
        return new Known(Vectors.small(direction), kinds.nearest(direction));
    }

    /** Notes what the text with this hash means; false where that was known. */
    boolean put(UUID initiative, float[] whole, KindsOfWork.Nearness kinds, String hash) {
        boolean news = get(initiative, hash) == null;
        put(initiative, new Known(Vectors.small(Vectors.from(centre, whole)), kinds), hash);
        return news;
    }

    /** Notes what is known of the text of an initiative that has this hash. */
    public void put(UUID initiative, Known text, String hash) {
        UUID named = UUID.fromString(hash);
        known.compute(initiative, (id, before) -> {
            int row = rows.put(before == null ? MeaningRows.NEW : before.row(), id, text);
            return new Entry(text, named, row);
        });
    }

    void remove(UUID initiative) {
        known.computeIfPresent(initiative, (id, before) -> {
            rows.remove(before.row());
            return null;
        });
    }

    /** How many meanings there are. */
    public int size() {
        return known.size();
    }

    /** What is known of an initiative's text; null if its meaning has not been computed yet. */
    public @Nullable Known get(UUID initiative) {
        Entry entry = known.get(initiative);
        return entry == null ? null : entry.known();
    }

    /** The same, if the text is the one with this hash. */
    public @Nullable Known get(UUID initiative, String hash) {
        Entry entry = known.get(initiative);
        return entry == null || !entry.text().equals(UUID.fromString(hash)) ? null : entry.known();
    }

    /** The initiatives most alike, by meaning and kinds of work weighed like this, best first. */
    public List<UUID> nearest(Known text, double meaning, double kinds, int most) {
        return rows.nearest(text, new MeaningRows.Weights(meaning, kinds), most);
    }
}
