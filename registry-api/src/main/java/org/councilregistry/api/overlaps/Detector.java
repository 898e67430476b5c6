package org.councilregistry.api.overlaps;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.councilregistry.api.platform.Json;

/**
 * Everything by which overlap is scored, frozen under one version: learnt on labelled pairs by {@code OverlapTraining}, never
 * changed by what is registered. So every node scores alike, and a pair scores the same in both directions and next year.
 *
 * @param version names this detector in every answer
 * @param centre the mean direction of texts of this kind
 * @param rarity the inverse document frequency of each stem
 * @param unseen that of a stem that is not among them
 * @param full weights where both meanings are known
 * @param lexical weights where one is not, for words alone
 */
public record Detector(
        String version, float[] centre, Map<String, Float> rarity, float unseen, Weights full, Weights lexical) {
    /**
     * How much each signal counts towards the log-odds that two pieces of work overlap, and which log-odds mean what.
     *
     * @param bias the log-odds of nothing in common
     * @param meaning cosine of the two meanings, seen from the centre
     * @param words square root of the cosine of the two texts' words, weighed by rarity
     * @param kinds cosine of the kinds of work that the texts are near
     * @param country both in one country
     * @param tier both local, both national, or both neither
     * @param both one country and one tier
     * @param same from here on, the same work
     * @param close from here on, very much alike
     * @param related from here on, worth a look
     */
    public record Weights(
            @JsonProperty double bias,
            @JsonProperty double meaning,
            @JsonProperty double words,
            @JsonProperty double kinds,
            @JsonProperty double country,
            @JsonProperty double tier,
            @JsonProperty double both,
            @JsonProperty double same,
            @JsonProperty double close,
            @JsonProperty double related) {}

    /** The detector of this release. */
    public static Detector ofRelease() {
        try (InputStream stream = Detector.class.getResourceAsStream("detector.json")) {
            if (stream == null) throw new IllegalStateException("the service was built without its detector");
            return Json.MAPPER.readValue(stream, Detector.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inverse document frequency of a stem. */
    double rarity(String stem) {
        return rarity.getOrDefault(stem, unseen);
    }
}
