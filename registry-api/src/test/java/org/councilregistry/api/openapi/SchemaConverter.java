package org.councilregistry.api.openapi;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.councilregistry.api.platform.Words;
import org.councilregistry.schema.Own;
import org.councilregistry.schema.Sector;
import org.jspecify.annotations.Nullable;

/** Our records and enums as schemas; what Java and its time types are in JSON is known to Swagger Core. */
final class SchemaConverter extends ModelResolver {
    private static final String REF = "#/components/schemas/";

    private static final String PART = "Any part of `%s`: what is absent is left as it is, `null` clears.";

    private final JavadocReader docs;
    private final Set<Class<?>> asked;
    private final Map<String, Type> names = new HashMap<>();

    /**
     * Converts types.
     *
     * @param asked the records that callers send, in which a list may be absent
     */
    SchemaConverter(JavadocReader docs, Set<Class<?>> asked) {
        super(Json31.mapper());
        openapi31(true);
        this.docs = docs;
        this.asked = asked;
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        return of(type.getType(), context);
    }

    /** The schema of a type: a reference for what has a name. */
    Schema<?> of(Type type, ModelConverterContext context) {
        return new Walk(context, Map.of(), false).schema(type);
    }

    /** The schema of a draft of which any part may be missing, and of which {@code null} clears what may be absent. */
    Schema<?> partOf(Class<?> draft, ModelConverterContext context) {
        return new Walk(context, Map.of(), true).schema(draft);
    }

    /** What the variables of a generic record stand for, and whether all of it may be missing. */
    private final class Walk {
        private final ModelConverterContext context;
        private final Map<TypeVariable<?>, Type> variables;
        private final boolean partial;

        Walk(ModelConverterContext context, Map<TypeVariable<?>, Type> variables, boolean partial) {
            this.context = context;
            this.variables = variables;
            this.partial = partial;
        }

        Schema<?> schema(Type type) {
            if (type instanceof TypeVariable<?> variable) return schema(variables.getOrDefault(variable, Object.class));
            if (type instanceof ParameterizedType generic) return generic(generic);
            if (!(type instanceof Class<?> known) || known == Object.class) return new JsonSchema();
            if (known.isRecord()) return named((partial ? "Partial" : "") + known.getSimpleName(), known, this);
            if (known.isEnum()) return named(known);
            Schema<?> simple =
                    SchemaConverter.super.resolve(new AnnotatedType(known), context, Collections.emptyIterator());
            if (simple == null) throw new IllegalStateException("no schema is known for " + known);
            return simple;
        }

        private Schema<?> generic(ParameterizedType type) {
            Class<?> raw = (Class<?>) type.getRawType();
            Type argument = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
            if (Collection.class.isAssignableFrom(raw))
                return list(new Walk(context, variables, false).schema(argument));
            if (raw == Map.class) {
                Schema<?> map = new JsonSchema();
                map.addType("object");
                map.setAdditionalProperties(schema(argument));
                return map;
            }
            if (!raw.isRecord() || !(argument instanceof Class<?> element)) {
                throw new IllegalStateException("no schema is known for " + type);
            }
            Walk within = new Walk(context, Map.of(raw.getTypeParameters()[0], element), partial);
            return named(element.getSimpleName() + raw.getSimpleName(), type, within);
        }

        private Schema<?> named(String name, Type type, Walk within) {
            Type other = names.put(name, type);
            if (other != null && !other.equals(type)) {
                throw new IllegalStateException(other + " and " + type + " would both be called " + name);
            }
            if (other == null) {
                Class<?> raw =
                        type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
                context.defineModel(name, within.record(raw));
            }
            return reference(name);
        }

        private Schema<?> named(Class<?> word) {
            if (names.put(word.getSimpleName(), word) == null) context.defineModel(word.getSimpleName(), words(word));
            return reference(word.getSimpleName());
        }

        private Schema<?> record(Class<?> type) {
            JsonSchema schema = new JsonSchema();
            schema.addType("object");
            JavadocReader.Comment comment = docs.type(type);
            schema.setDescription(partial ? PART.formatted(type.getSimpleName()) : comment.text());
            for (RecordComponent component : type.getRecordComponents()) {
                boolean needed = needed(type, component);
                Schema<?> member = member(component);
                member.setDescription(comment.params().get(component.getName()));
                schema.addProperty(component.getName(), partial && !needed ? nullable(member) : member);
                if (needed && !partial) schema.addRequiredItem(component.getName());
            }
            return schema;
        }

        private Schema<?> member(RecordComponent component) {
            Schema<?> schema = schema(component.getGenericType());
            boolean list = isList(component);
            if (schema.get$ref() == null) {
                Constraints.add(component.getAnnotatedType().getAnnotations(), schema, list);
            }
            if (list && component.getAnnotatedType() instanceof AnnotatedParameterizedType elements) {
                Schema<?> items = schema.getItems();
                java.lang.reflect.AnnotatedType element = elements.getAnnotatedActualTypeArguments()[0];
                if (items.get$ref() == null) Constraints.add(element.getAnnotations(), items, false);
            }
            return schema;
        }
    }

    private boolean needed(Class<?> type, RecordComponent component) {
        AnnotatedElement annotated = component.getAnnotatedType();
        if (asked.contains(type)) {
            return Constraints.require(annotated)
                    || (!annotated.isAnnotationPresent(Nullable.class) && !isList(component));
        }
        boolean hidden = component.isAnnotationPresent(Sector.class) || component.isAnnotationPresent(Own.class);
        return !hidden && !annotated.isAnnotationPresent(Nullable.class);
    }

    private static boolean isList(RecordComponent component) {
        return Collection.class.isAssignableFrom(component.getType());
    }

    private Schema<?> words(Class<?> type) {
        JsonSchema schema = new JsonSchema();
        schema.addType("string");
        StringBuilder text = new StringBuilder(docs.type(type).text()).append('\n');
        for (Object constant : type.getEnumConstants()) {
            Enum<?> value = (Enum<?>) constant;
            if (isUnknown(value)) continue;
            schema.addEnumItemObject(Words.of(value));
            String meaning = docs.member(type, value.name()).text();
            text.append("\n- `").append(Words.of(value)).append('`').append(meaning.isEmpty() ? "" : ": " + meaning);
        }
        schema.setDescription(text.toString());
        return schema;
    }

    private static boolean isUnknown(Enum<?> value) {
        try {
            return value.getDeclaringClass().getField(value.name()).isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.get$ref() == null) {
            if (schema.getTypes() != null) schema.addType("null");
            return schema;
        }
        JsonSchema nothing = new JsonSchema();
        nothing.addType("null");
        JsonSchema either = new JsonSchema();
        either.setDescription(schema.getDescription());
        either.setAnyOf(List.of(new JsonSchema().$ref(schema.get$ref()), nothing));
        return either;
    }

    static Schema<?> list(Schema<?> items) {
        JsonSchema list = new JsonSchema();
        list.addType("array");
        list.setItems(items);
        return list;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(REF + name);
    }
}
