package org.councilregistry.api.openapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Allows;
import org.councilregistry.api.platform.Beside;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * One call of the service: a method of a resource.
 *
 * @param method the method
 * @param verb {@code GET}, {@code POST} and so on
 * @param path its address, such as {@code /v1/initiatives/{ref}}
 */
record Call(Method method, String verb, String path) {
    private static final String ROOT = "/v1/";

    /** The calls of a resource that are part of the contract. */
    static Stream<Call> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(m -> !m.isSynthetic())
                .flatMap(m -> verb(m).stream().map(v -> new Call(m, v, path(resource, m))))
                .filter(c -> c.path.startsWith(ROOT));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(m -> m != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        Path inner = method.getAnnotation(Path.class);
        String path = "/" + resource.getAnnotation(Path.class).value() + (inner == null ? "" : "/" + inner.value());
        String clean = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    /** The same call under an address whose parts have other names. */
    Call at(String other) {
        return new Call(method, verb, other);
    }

    /** The address without the names of its parts. */
    String shape() {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    /** What the contract calls the part of the address that the method calls by this name. */
    String pathName(String name) {
        String[] own = path(method.getDeclaringClass(), method).split("/", -1);
        int part = Arrays.asList(own).indexOf("{" + name + "}");
        return part < 0 ? name : path.split("/", -1)[part].replaceAll("[{}]", "");
    }

    /** The noun that it is about. */
    String noun() {
        String rest = path.substring(ROOT.length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** Its name in the client: {@code initiatives.register}. */
    String id() {
        return noun() + "." + method.getName();
    }

    Allows allows() {
        Allows allows = method.getAnnotation(Allows.class);
        if (allows == null) throw new IllegalStateException(method + " does not say who may call it: add @Allows(...)");
        return allows;
    }

    /** Whether the answer is one of our records, and not many of them in a file. */
    boolean answersRecord() {
        return raw().isRecord() && raw() != Rows.class;
    }

    /** The class of the answer. */
    Class<?> raw() {
        return method.getGenericReturnType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : method.getReturnType();
    }

    /** The media types of the answer. */
    List<String> produces(String otherwise) {
        Produces produces = method.getAnnotation(Produces.class);
        if (produces == null) produces = method.getDeclaringClass().getAnnotation(Produces.class);
        return types(produces == null ? new String[] {otherwise} : produces.value());
    }

    /** The media types of the body. */
    List<String> consumes(String otherwise) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        if (consumes == null) consumes = method.getDeclaringClass().getAnnotation(Consumes.class);
        return types(consumes == null ? new String[] {otherwise} : consumes.value());
    }

    private static List<String> types(String[] values) {
        return Arrays.stream(values)
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(v -> v.replaceAll(";.*", "").strip())
                .toList();
    }

    /** The parameter that is the body: the one that no annotation says to be anything else. */
    Optional<Parameter> body() {
        return Arrays.stream(method.getParameters())
                .filter(p -> Arrays.stream(p.getAnnotations()).noneMatch(Call::takenElsewhere))
                .findFirst();
    }

    private static boolean takenElsewhere(Annotation annotation) {
        String name = annotation.annotationType().getName();
        return name.startsWith("jakarta.ws.rs.") || name.startsWith("io.dropwizard.auth.");
    }

    /** The record that the body is, or a part of; none where it is no record. */
    @Nullable
    Class<?> bodyRecord() {
        Class<?> type = body().<Class<?>>map(Parameter::getType).orElse(null);
        if (type == Patch.class) return draft();
        return type != null && type.isRecord() ? type : null;
    }

    /** The draft of the noun that the call answers, or of the noun within its answer. */
    private Class<?> draft() {
        Optional<Class<?>> own = draft(raw());
        return own.or(() -> Arrays.stream(raw().getRecordComponents())
                        .map(RecordComponent::getType)
                        .flatMap(t -> draft(t).stream())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(method + " takes a patch, and its answer has no draft"));
    }

    private static Optional<Class<?>> draft(Class<?> noun) {
        try {
            return Optional.of(Class.forName(noun.getName() + "Draft"));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The records that stand in the bodies of these calls. */
    static Set<Class<?>> asked(List<Call> calls) {
        Set<Class<?>> asked = new HashSet<>();
        for (Call call : calls) {
            collect(call.bodyRecord(), asked);
            call.body()
                    .map(body -> body.getAnnotation(Beside.class))
                    .ifPresent(beside -> collect(beside.value(), asked));
        }
        return asked;
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> found) {
        if (type == null || !type.isRecord() || !found.add(type)) return;
        for (RecordComponent component : type.getRecordComponents()) {
            collect(component.getType(), found);
            if (component.getGenericType() instanceof ParameterizedType generic
                    && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
                collect(element, found);
            }
        }
    }
}
