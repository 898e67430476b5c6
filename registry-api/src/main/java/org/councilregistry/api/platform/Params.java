package org.councilregistry.api.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads path and query parameters, and says what would be right where one is not. */
@Priority(1) // before Dropwizard's own, which guesses at words
public final class Params implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            UUID.class, Params::uuid,
            Instant.class, Params::instant,
            Integer.class, text -> Math.toIntExact(number(text)),
            int.class, text -> Math.toIntExact(number(text)),
            Long.class, Params::number,
            long.class, Params::number,
            Boolean.class, Params::bool,
            boolean.class, Params::bool);

    @Override
    @SuppressWarnings("unchecked") // the reader for a class makes values of this class
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> reader = type.isEnum() ? text -> word(type, text) : READERS.get(type);
        return reader == null ? null : (ParamConverter<T>) new Converter(reader);
    }

    /** Refuses a {@code ?limit=} outside 1 to so many of these. */
    public static void limit(int limit, int most, String of) {
        if (limit >= 1 && limit <= most) return;
        throw ProblemException.invalid("?limit", "out-of-range", "Ask for 1 to " + most + " " + of + ".");
    }

    private record Converter(Function<String, Object> reader) implements ParamConverter<Object> {
        @Override
        @SuppressWarnings("NullAway") // JAX-RS gives and takes null for a parameter that is not there
        public Object fromString(@Nullable String value) {
            return value == null ? null : reader.apply(value);
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // called for enums only
    private static Object word(Class<?> type, String text) {
        Object value = Words.value((Class<? extends Enum>) type, text);
        if (value == null) throw wrong(Words.complaint(type, text));
        return value;
    }

    private static Object uuid(String text) {
        if (text.length() != 36) throw wrong("'" + Text.shown(text) + "' is not an id");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw wrong("'" + Text.shown(text) + "' is not an id");
        }
    }

    private static Object instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong("'" + Text.shown(text) + "' is not a time such as 2026-04-01T09:00:00Z");
        }
    }

    private static Long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= Integer.MAX_VALUE * 1000L) return number;
        } catch (NumberFormatException e) {
            // falls through to the one answer for everything that is no number
        }
        throw wrong("'" + Text.shown(text) + "' is not a whole number");
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw wrong("'" + Text.shown(text) + "' is neither true nor false");
        };
    }

    private static ProblemException wrong(String detail) {
        return new ProblemException(ProblemType.INVALID, detail);
    }
}
