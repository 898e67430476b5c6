package org.councilregistry.api.meanings;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a compared text.
 *
 * @param from where it begins in the text
 * @param to where it ends
 * @param direction what it means, as seen from the centre, each part a byte
 */
public record Sentence(int from, int to, byte[] direction) {
    private static final int SIZE = 2 * Short.BYTES + Embedder.PARTS;

    /** How alike two sentences are in meaning, from -1 to 1. */
    public float alike(Sentence other) {
        return Vectors.dot(direction, other.direction);
    }

    /** Sentences as bytes to keep. */
    static byte[] bytes(List<Sentence> sentences) {
        ByteBuffer buffer = ByteBuffer.allocate(sentences.size() * SIZE);
        for (Sentence one : sentences) {
            buffer.putShort((short) one.from).putShort((short) one.to).put(one.direction);
        }
        return buffer.array();
    }

    /** Sentences from kept bytes. */
    static List<Sentence> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Sentence> sentences = new ArrayList<>();
        while (buffer.remaining() >= SIZE) {
            int from = Short.toUnsignedInt(buffer.getShort());
            int to = Short.toUnsignedInt(buffer.getShort());
            byte[] direction = new byte[Embedder.PARTS];
            buffer.get(direction);
            sentences.add(new Sentence(from, to, direction));
        }
        return sentences;
    }
}
