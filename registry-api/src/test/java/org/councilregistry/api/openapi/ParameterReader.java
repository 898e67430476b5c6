package org.councilregistry.api.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.IfMatch;
import org.councilregistry.schema.Entity;
import org.jspecify.annotations.Nullable;

/** What a call takes beside its body: parts of the path, query parameters and headers. */
final class ParameterReader {
    /** The headers that mean the same wherever they are taken. */
    static final Map<String, Parameter> SHARED = Map.of(
            "IfNoneMatch",
            header("If-None-Match", "The ETag of the record as you have it; if it has not changed, the answer is 304"),
            "IdempotencyKey",
            header(
                    "Idempotency-Key",
                    "1 to 200 visible characters of your choice, such as a random UUID. Sent again with the same body within"
                            + " 24 hours, the call has no second effect and is answered as before"));

    private static final String IF_MATCH =
            "The ETag of the record as you read it. Without it the answer is 428, with one"
                    + " that is out of date 412";
    private static final String IF_MATCH_OPTIONAL =
            "The ETag of the record as you read it. May be left out; one that is out of date is answered with 412";
    private static final String REF = "#/components/parameters/";

    /** A parameter or field that is filled from the request, and what is said of it. */
    private record Taken(
            AnnotatedElement element, Type type, @Nullable String doc) {}

    private final JavadocReader docs;
    private final Function<Type, Schema<?>> schemas;

    ParameterReader(JavadocReader docs, Function<Type, Schema<?>> schemas) {
        this.docs = docs;
        this.schemas = schemas;
    }

    private static Parameter header(String name, String description) {
        Schema<?> text = new JsonSchema();
        text.addType("string");
        return new Parameter().in("header").name(name).description(description).schema(text);
    }

    List<Parameter> of(Call call) {
        List<Parameter> parameters = new ArrayList<>();
        JavadocReader.Comment comment = docs.method(call.method());
        for (java.lang.reflect.Parameter parameter : call.method().getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(call, parameter.getType(), parameters);
            } else if (parameter.getType() == IfMatch.class) {
                parameters.add(ifMatch(call, comment.params().get(parameter.getName())));
            } else {
                Type type = parameter.getParameterizedType();
                add(call, new Taken(parameter, type, comment.params().get(parameter.getName())), parameters);
            }
        }
        boolean post = call.verb().equals("POST") && call.allows().value() != Action.READ;
        if (post) parameters.add(new Parameter().$ref(REF + "IdempotencyKey"));
        if (call.verb().equals("GET") && Entity.class.isAssignableFrom(call.raw())) {
            parameters.add(new Parameter().$ref(REF + "IfNoneMatch"));
        }
        return parameters;
    }

    private void fields(Call call, Class<?> type, List<Parameter> parameters) {
        if (type.getSuperclass() != Object.class) fields(call, type.getSuperclass(), parameters);
        for (Field field : type.getDeclaredFields()) {
            String doc = docs.member(type, field.getName()).text();
            add(call, new Taken(field, field.getGenericType(), doc), parameters);
        }
    }

    private void add(Call call, Taken taken, List<Parameter> parameters) {
        AnnotatedElement element = taken.element();
        PathParam path = element.getAnnotation(PathParam.class);
        QueryParam query = element.getAnnotation(QueryParam.class);
        HeaderParam header = element.getAnnotation(HeaderParam.class);
        if (path == null && query == null && header == null) return;
        String in = path != null ? "path" : query != null ? "query" : "header";
        String name = path != null ? call.pathName(path.value()) : query != null ? query.value() : header.value();
        Schema<?> schema = schemas.apply(taken.type());
        Object otherwise = otherwise(element.getAnnotation(DefaultValue.class), taken.type());
        if (otherwise != null) schema.setDefault(otherwise);
        boolean required = path != null || (otherwise == null && !isNullable(element));
        parameters.add(new Parameter()
                .in(in)
                .name(name)
                .description(taken.doc() == null && path != null ? "The record's id" : capital(taken.doc()))
                .required(required ? true : null)
                .schema(schema));
    }

    private static @Nullable Object otherwise(@Nullable DefaultValue value, Type type) {
        boolean number =
                Set.of(int.class, long.class, Integer.class, Long.class).contains(type);
        boolean flag = type == boolean.class || type == Boolean.class;
        if (value != null) {
            return number ? Long.valueOf(value.value()) : flag ? Boolean.valueOf(value.value()) : value.value();
        }
        if (!(type instanceof Class<?> known) || !known.isPrimitive()) return null;
        return flag ? false : Long.valueOf(0);
    }

    private static boolean isNullable(AnnotatedElement element) {
        AnnotatedType type = element instanceof Field field
                ? field.getAnnotatedType()
                : ((java.lang.reflect.Parameter) element).getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Needed wherever a record changes, unless it is published whole or the method's Javadoc says when it is not. */
    private static Parameter ifMatch(Call call, @Nullable String doc) {
        boolean optional = call.verb().equals("PUT") || doc != null;
        String text = optional ? IF_MATCH_OPTIONAL + (doc == null ? "" : ". " + capital(doc)) : IF_MATCH;
        return header("If-Match", text).required(optional ? null : true);
    }

    /** As the description of a value: a capital, and no full stop behind a single sentence. */
    static @Nullable String capital(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        boolean sentence = text.indexOf('.') == text.length() - 1;
        String bare = sentence ? text.substring(0, text.length() - 1) : text;
        return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }
}
