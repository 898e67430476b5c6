package org.councilregistry.client.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Page;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the client reads it (tolerant: a newer service may know more) and writes it (only what was set, and no word
 * that it did not understand).
 */
public final class ClientJson {
    /** The one mapper. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("words").setSerializerModifier(new MarkUnknown()))
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
            T value = MAPPER.readValue(body, type);
            if (value == null) throw new IOException("the answer is null");
            return value;
        }

        /** A line of JSON as this type. */
        public T line(String line) {
            try {
                return read(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new RegistryException("the registry's answer cannot be read", e, false);
            }
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

    /** The JSON of a value. A word that this client does not know is refused: it would overwrite the one that it stands for. */
    public static byte[] write(Object value) {
        JsonNode tree = value instanceof JsonNode node ? node : tree(value);
        String unknown = unknown(tree, "");
        if (unknown != null) {
            throw new RegistryException(
                    "the word at " + unknown + " is not known to this version of the client, so it cannot send it;"
                            + " leave that member out, or use a newer client",
                    null,
                    false);
        }
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new RegistryException("the request cannot be written as JSON", e, false);
        }
    }

    /** The members of a record that are set. */
    public static ObjectNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** The record that a tree describes. */
    public static <T> T record(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new RegistryException("the registry's answer cannot be read", e, false);
        }
    }

    /** The word of the registry for a constant. */
    static String word(Enum<?> constant) {
        JsonNode word = MAPPER.valueToTree(constant);
        if (!word.isTextual()) {
            throw new RegistryException(
                    constant.getDeclaringClass().getSimpleName() + "." + constant
                            + " stands for words that this client does not know; nothing can be asked for by it",
                    null,
                    false);
        }
        return word.textValue();
    }

    /** Where a word stands that this client does not know. */
    private static @Nullable String unknown(JsonNode node, String at) {
        if (node.isPojo()) return at;
        int index = 0;
        for (JsonNode element : node.isArray() ? node : MAPPER.createArrayNode()) {
            String found = unknown(element, at + "/" + index++);
            if (found != null) return found;
        }
        for (var member : node.properties()) {
            String found = unknown(member.getValue(), at + "/" + member.getKey());
            if (found != null) return found;
        }
        return null;
    }

    /** Leaves the constants for unknown words in the tree as they are, so that they are seen before they are sent. */
    private static final class MarkUnknown extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> usual) {
            @SuppressWarnings("unchecked") // Jackson gives the serializer of enums here
            JsonSerializer<Object> words = (JsonSerializer<Object>) usual;
            return new JsonSerializer<Enum<?>>() {
                @Override
                public void serialize(Enum<?> word, JsonGenerator to, SerializerProvider provider) throws IOException {
                    if (word.name().equals("UNKNOWN")) to.writeEmbeddedObject(word);
                    else words.serialize(word, to, provider);
                }
            };
        }
    }
}
