package org.councilregistry.client.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Page;

/** JSON as the client reads it (tolerant: a newer service may know more) and writes it (only what was set). */
public final class ClientJson {
    /** The one mapper. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ClientJson() {}

    /** What an answer is read as. */
    public record As<T>(JavaType type) {
        T read(byte[] body) throws IOException {
            return MAPPER.readValue(body, type);
        }
    }

    /** A page of a list. */
    public static <T> As<Page<T>> page(Class<T> item) {
        return new As<>(MAPPER.getTypeFactory().constructParametricType(Page.class, item));
    }

    /** One record. */
    public static <T> As<T> type(Class<T> record) {
        return new As<>(MAPPER.constructType(record));
    }

    /** The JSON of a value. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new RegistryException("the request cannot be written as JSON", e, false);
        }
    }

    /** The members of a record that are set. */
    public static ObjectNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** A merge-patch that turns one record into another: changed members, null for those that went. */
    public static ObjectNode patch(Object before, Object after) {
        ObjectNode was = tree(before);
        ObjectNode is = tree(after);
        ObjectNode patch = MAPPER.createObjectNode();
        is.properties().forEach(member -> {
            if (!member.getValue().equals(was.get(member.getKey()))) {
                patch.set(member.getKey(), whole(was.get(member.getKey()), member.getValue()));
            }
        });
        was.fieldNames().forEachRemaining(name -> {
            if (!is.has(name)) patch.putNull(name);
        });
        return patch;
    }

    /** An object inside a patch is merged, too: what went from it is nulled. */
    private static JsonNode whole(@org.jspecify.annotations.Nullable JsonNode before, JsonNode after) {
        if (!(before instanceof ObjectNode was) || !(after instanceof ObjectNode is)) return after;
        ObjectNode merged = is.deepCopy();
        was.fieldNames().forEachRemaining(name -> {
            if (!is.has(name)) merged.putNull(name);
        });
        return merged;
    }
}
