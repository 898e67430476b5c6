package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Makes a record from a row, by the names of its components. */
final class RecordMapper<R> implements RowMapper<R> {
    private final Class<R> type;
    /** By the columns of a row: what is worked out from them once. */
    private final Map<List<String>, Reader> readers = new ConcurrentHashMap<>();

    RecordMapper(Class<R> type) {
        this.type = type;
    }

    @Override
    public R map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<R> specialize(ResultSet row, StatementContext context) throws SQLException {
        Reader reader = readers.computeIfAbsent(labels(row.getMetaData()), labels -> record(type, "", columns(labels)));
        return (r, c) -> type.cast(reader.read(r));
    }

    /** Reads one value from the current row. */
    private interface Reader {
        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    private static List<String> labels(ResultSetMetaData meta) throws SQLException {
        String[] labels = new String[meta.getColumnCount()];
        for (int i = 0; i < labels.length; i++) labels[i] = meta.getColumnLabel(i + 1);
        return List.of(labels);
    }

    private static Map<String, Integer> columns(List<String> labels) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) columns.put(labels.get(i), i + 1);
        return columns;
    }

    private static Reader record(Class<?> type, String prefix, Map<String, Integer> columns) {
        RecordComponent[] components = type.getRecordComponents();
        Reader[] readers = Arrays.stream(components)
                .map(c -> component(c, prefix, columns))
                .toArray(Reader[]::new);
        Constructor<?> constructor = constructor(type, components);
        boolean inner = !prefix.isEmpty();
        return row -> {
            Object[] values = new Object[readers.length];
            for (int i = 0; i < readers.length; i++) values[i] = readers[i].read(row);
            if (inner && values[0] == null) return null;
            return construct(constructor, values);
        };
    }

    private static Object construct(Constructor<?> constructor, @Nullable Object[] values) throws SQLException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new SQLException("a row does not fit " + constructor.getDeclaringClass(), e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static Reader component(RecordComponent component, String prefix, Map<String, Integer> columns) {
        String column = prefix + snake(component.getName());
        Integer index = columns.get(column);
        Class<?> type = component.getType();
        if (index != null) return value(type, component.getGenericType(), index);
        if (type.isRecord() && columns.keySet().stream().anyMatch(c -> c.startsWith(column + "_"))) {
            return record(type, column + "_", columns);
        }
        if (type.isPrimitive()) throw new IllegalStateException("the query has no column " + column);
        Object absent = type == List.class ? List.of() : null;
        return row -> absent;
    }

    private static Reader value(Class<?> type, Type generic, int index) {
        if (type == String.class) return row -> row.getString(index);
        if (type == UUID.class) return row -> row.getObject(index, UUID.class);
        if (type == int.class) return row -> row.getInt(index);
        if (type == long.class) return row -> row.getLong(index);
        if (type == boolean.class) return row -> row.getBoolean(index);
        if (type == byte[].class) return row -> row.getBytes(index);
        if (type == BigDecimal.class) return row -> plain(row.getBigDecimal(index));
        if (type == LocalDate.class) return row -> row.getObject(index, LocalDate.class);
        if (type == Instant.class) return row -> instant(row.getObject(index, OffsetDateTime.class));
        if (type == Long.class) return row -> row.getObject(index, Long.class);
        if (type.isEnum()) return row -> word(type, row.getString(index));
        if (type == List.class) return list(generic, index);
        return json(Json.STORED.constructType(generic), index);
    }

    private static Reader list(Type generic, int index) {
        Type element = ((ParameterizedType) generic).getActualTypeArguments()[0];
        if (element == String.class || element == UUID.class) return row -> elements(row.getArray(index));
        if (element instanceof Class<?> type && type.isEnum()) {
            return row -> elements(row.getArray(index)).stream()
                    .map(word -> word(type, (String) word))
                    .toList();
        }
        return json(Json.STORED.constructType(generic), index);
    }

    private static Reader json(JavaType type, int index) {
        boolean list = type.isCollectionLikeType();
        return row -> {
            String json = row.getString(index);
            if (json == null || (list && json.equals("[]"))) return list ? List.of() : null;
            try {
                return Json.STORED.readValue(json, type);
            } catch (JsonProcessingException e) {
                throw new SQLException("stored JSON does not fit " + type, e);
            }
        };
    }

    private static List<?> elements(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is known to be an enum
    private static @Nullable Object word(Class<?> type, @Nullable String word) {
        return word == null ? null : Words.value((Class<? extends Enum>) type, word);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) return null;
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
