package org.councilregistry.api.meanings;

import java.util.List;

/**
 * What a text means to the model: directions of length 1. Texts of like meaning have like directions.
 *
 * @param whole of the whole text
 * @param sentences of its sentences, in order
 */
public record Meaning(float[] whole, List<Sentence> sentences) {
    /**
     * A sentence.
     *
     * @param from where it begins in the text
     * @param to where it ends
     * @param meaning its direction
     */
    public record Sentence(int from, int to, float[] meaning) {}
}
