package org.councilregistry.api.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Turns the schema's records into rows and back, so that neither the schema nor a Dao says how: a record is a row by its
 * constructor; a record inside a record is jsonb, or the columns that begin with its name; a list of records is jsonb; an
 * enum is its JSON word; a list of texts, enums, ids or numbers is an array.
 */
final class SchemaPlugin implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerRowMapper(new Records());
        jdbi.registerArgument(new Values());
    }

    private static final class Records implements RowMapperFactory {
        private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

        @Override
        public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> raw = GenericTypes.getErasedType(type);
            return raw.isRecord() ? Optional.of(mappers.computeIfAbsent(raw, RecordMapper::new)) : Optional.empty();
        }
    }

    private static final class Values implements ArgumentFactory.Preparable {
        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            Class<?> raw = GenericTypes.getErasedType(type);
            if (raw.isEnum()) return Optional.of(value -> word((Enum<?>) value));
            if (raw.isRecord() || JsonNode.class.isAssignableFrom(raw)) {
                return Optional.of(Values::json);
            }
            if (!List.class.isAssignableFrom(raw)) return Optional.empty();
            return Optional.of(list(type));
        }

        private static Function<Object, Argument> list(Type type) {
            Type element = type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : Object.class;
            Class<?> raw = GenericTypes.getErasedType(element);
            if (raw == String.class) return value -> array("text", value, v -> v);
            if (raw == UUID.class) return value -> array("uuid", value, v -> v);
            if (raw == Double.class) return value -> array("float8", value, v -> v);
            if (raw.isEnum()) return value -> array("text", value, v -> Words.of((Enum<?>) v));
            return Values::json;
        }

        private static Argument word(@Nullable Enum<?> value) {
            return (position, statement, context) -> {
                if (value == null) statement.setNull(position, Types.VARCHAR);
                else statement.setString(position, Words.of(value));
            };
        }

        private static Argument array(String type, @Nullable Object value, Function<Object, Object> element) {
            return (position, statement, context) -> setArray(statement, position, type, value, element);
        }

        private static void setArray(
                PreparedStatement statement,
                int position,
                String type,
                @Nullable Object value,
                Function<Object, Object> element)
                throws SQLException {
            if (value == null) {
                statement.setNull(position, Types.ARRAY);
                return;
            }
            Object[] elements = ((List<?>) value).stream().map(element).toArray();
            statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
        }

        private static Argument json(@Nullable Object value) {
            return (position, statement, context) -> {
                PGobject json = new PGobject();
                json.setType("jsonb");
                json.setValue(value == null ? null : Json.whole(value));
                statement.setObject(position, json);
            };
        }
    }
}
