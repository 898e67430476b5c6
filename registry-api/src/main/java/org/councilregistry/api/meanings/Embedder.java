package org.councilregistry.api.meanings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The language model: E5 small, version 2, quantised (Wang et al. 2022), in this process. The sentences' meanings come out of
 * the same reading as that of the whole text. Thread-safe.
 */
public final class Embedder implements AutoCloseable {
    /** What computed a meaning; another model's are of no use. */
    public static final String MODEL = "e5-small-v2-q";

    /** How many parts a meaning has. */
    public static final int PARTS = 384;

    private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);
    /** The model was taught with it. */
    private static final String PREFIX = "query: ";

    private static final int MOST_PIECES = 256;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    /**
     * Who publishes asks what is alike, and then the text's meaning is to be kept: it is read once. Not bounded by a number: of
     * texts that are all asked for twice, such a cache keeps the old ones.
     */
    private final Cache<String, Meaning> lately =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(20)).build();

    private Embedder() throws OrtException, IOException {
        environment = OrtEnvironment.getEnvironment();
        pieces = new WordPiece(new ObjectMapper().readTree(resource("e5-small-v2-q-tokenizer.json")));
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            session = environment.createSession(resource("e5-small-v2-q.onnx"), options);
        }
    }

    /** Opens the model; empty, with a word in the log, where this machine cannot run it. */
    public static Optional<Embedder> open() {
        try {
            return Optional.of(new Embedder());
        } catch (OrtException | IOException | LinkageError | RuntimeException e) {
            LOG.warn("the language model does not run here, overlap is found by words alone: {}", e.toString());
            return Optional.empty();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Embedder.class.getResourceAsStream("/" + name)) {
            if (stream == null) throw new IOException("the service was built without " + name);
            return stream.readAllBytes();
        }
    }

    /** What a text means; its first 256 pieces count, about 190 words. */
    public Meaning of(String text) {
        return lately.get(text, this::read);
    }

    private Meaning read(String text) {
        WordPiece.Pieces read = pieces.of(PREFIX + text, MOST_PIECES);
        long[] ids = read.ids();
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            float[][] parts = ((float[][][]) result.get(0).getValue())[0];
            return new Meaning(mean(parts, 0, parts.length), sentences(text, read, parts));
        } catch (OrtException e) {
            throw new IllegalStateException("the language model failed", e);
        }
    }

    private static List<Meaning.Sentence> sentences(String text, WordPiece.Pieces read, float[][] parts) {
        List<Meaning.Sentence> sentences = new ArrayList<>();
        int piece = 1;
        for (Sentences.Span span : Sentences.spans(text)) {
            int first = piece;
            while (piece < parts.length - 1 && read.starts()[piece] - PREFIX.length() < span.to()) piece++;
            if (piece - first >= 3) {
                sentences.add(new Meaning.Sentence(span.from(), span.to(), mean(parts, first, piece)));
            }
        }
        return sentences;
    }

    private static float[] mean(float[][] parts, int from, int to) {
        float[] sum = new float[PARTS];
        for (int i = from; i < to; i++) {
            for (int p = 0; p < PARTS; p++) sum[p] += parts[i][p];
        }
        return Vectors.unit(sum);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            LOG.warn("the language model did not close well: {}", e.toString());
        }
    }
}
