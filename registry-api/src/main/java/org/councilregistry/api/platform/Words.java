package org.councilregistry.api.platform;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON words of the schema's enums, and what to say about a word that is none of them. */
public final class Words {
    private static final ClassValue<Map<String, Enum<?>>> BY_WORD = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            Map<String, Enum<?>> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                Enum<?> value = (Enum<?>) constant;
                if (!annotated(value, JsonEnumDefaultValue.class)) words.put(word(value), value);
            }
            return words;
        }
    };

    private Words() {}

    /** The JSON word of a value. */
    public static String of(Enum<?> value) {
        return word(value);
    }

    /** The value of a JSON word; null if there is none. */
    public static <E extends Enum<E>> @Nullable E value(Class<E> type, String word) {
        Enum<?> value = BY_WORD.get(type).get(word);
        return value == null ? null : type.cast(value);
    }

    /** Every word of an enum, for an error that helps. */
    public static String known(Class<?> type) {
        return String.join(", ", BY_WORD.get(type).keySet());
    }

    /** What to say about a word that is none of an enum's. */
    static String complaint(Class<?> type, String word) {
        return "'" + Text.shown(word) + "' is not one of: " + known(type);
    }

    private static String word(Enum<?> value) {
        try {
            JsonProperty property =
                    value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
            return property == null ? value.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean annotated(Enum<?> value, Class<? extends Annotation> annotation) {
        try {
            return value.getDeclaringClass().getField(value.name()).isAnnotationPresent(annotation);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads enums by their words only, and names the known ones when it refuses one. */
    static final class StrictEnums extends SimpleModule {
        private static final long serialVersionUID = 1;

        StrictEnums() {
            setDeserializerModifier(new BeanDeserializerModifier() {
                private static final long serialVersionUID = 1;

                @Override
                public JsonDeserializer<?> modifyEnumDeserializer(
                        DeserializationConfig config,
                        JavaType type,
                        BeanDescription description,
                        JsonDeserializer<?> deserializer) {
                    return new Strict(type.getRawClass());
                }
            });
        }
    }

    private static final class Strict extends StdDeserializer<Enum<?>> {
        private static final long serialVersionUID = 1;

        Strict(Class<?> type) {
            super(type);
        }

        @Override
        public Enum<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                Enum<?> value = BY_WORD.get(handledType()).get(parser.getText());
                if (value != null) return value;
            }
            throw context.weirdStringException(
                    parser.getText(), handledType(), complaint(handledType(), parser.getText()));
        }
    }
}
