package org.councilregistry.api.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/** JSON as the service reads and writes it. */
public final class Json {
    /** Reads what callers send: strict. Writes what anybody may see: what is private is left out. */
    public static final JsonMapper MAPPER = strict();

    /** Reads what the database keeps, perhaps written by a newer release: members it does not know are skipped. */
    static final JsonMapper STORED = strict().rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads lines of the log's export: a whole record is one text there. */
    private static final JsonMapper EXPORTED = STORED.copy();

    static {
        StreamReadConstraints longer =
                StreamReadConstraints.builder().maxStringLength(16_000_000).build();
        EXPORTED.getFactory().setStreamReadConstraints(longer);
    }

    private Json() {}

    private static JsonMapper strict() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(100_000)
                        .maxNumberLength(50)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new Words.StrictEnums())
                .addModule(new Disclosure.Concealing())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The whole record as JSON, private members included: for the database only. */
    public static String whole(Object record) {
        try {
            return Disclosure.WHOLE.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written", e);
        }
    }

    /** The whole record as a tree, private members included. */
    public static JsonNode tree(Object record) {
        try {
            return MAPPER.readTree(whole(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be read back", e);
        }
    }

    /** SHA-256 of a tree as it is written: the same for the same members in the same order. */
    public static byte[] digest(JsonNode tree) {
        try {
            return Sha256.digest().digest(MAPPER.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** A record in a line of an export; empty where the line is none. */
    public static <T> Optional<T> exported(String line, Class<T> type) {
        try {
            return Optional.ofNullable(EXPORTED.readValue(line, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What the database keeps, as a tree. */
    public static JsonNode parse(String stored) {
        try {
            return STORED.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database keeps is not JSON", e);
        }
    }
}
