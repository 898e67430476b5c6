package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads what callers send, and refuses what cannot be taken, naming the member and the cure. */
@Consumes({MediaType.APPLICATION_JSON, Bodies.MERGE_PATCH})
public final class Bodies implements MessageBodyReader<Record> {
    /** The media type of a merge-patch. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** How large a body may be, after inflation. */
    static final int LIMIT = 1 << 20;

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        JsonNode tree = parse(stream.readNBytes(LIMIT + 1));
        if (!(tree instanceof ObjectNode members)) {
            throw new ProblemException(ProblemType.MALFORMED, "The body must be a JSON object: {...}.");
        }
        if (Patch.class.equals(type)) return new Patch(members);
        return read(members, type, Arrays.asList(annotations));
    }

    static JsonNode parse(byte[] body) {
        if (body.length > LIMIT) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The body is larger than 1 MB. Send less at once.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode tree = Json.MAPPER.readTree(text);
            checkTexts(tree, "");
            return tree;
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.MALFORMED, "The body is not UTF-8. Save or send it as UTF-8.");
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private static ProblemException malformed(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        String what = String.valueOf(e.getOriginalMessage());
        if (what.startsWith("Duplicate field")) {
            String name = what.replaceAll("Duplicate field '(.*)'.*", "$1");
            return new ProblemException(ProblemType.MALFORMED, "A member stands twice" + where + ".")
                    .at("/" + Text.shown(name), "duplicate-member", "stands twice; keep one");
        }
        return new ProblemException(ProblemType.MALFORMED, "The body is not valid JSON" + where + ".");
    }

    private static void checkTexts(JsonNode node, String pointer) {
        if (node.isTextual()) {
            checkText(node.textValue(), pointer);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String at = pointer + "/" + i;
                if (node.get(i).isNull()) {
                    throw ProblemException.invalid(at, "null-element", "A list may not contain null. Remove it.");
                }
                checkTexts(node.get(i), at);
            }
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                checkText(member.getKey(), pointer);
                checkTexts(member.getValue(), pointer + "/" + escape(member.getKey()));
            });
        }
    }

    private static void checkText(String text, String pointer) {
        String what = fault(text);
        if (what == null) return;
        throw new ProblemException(ProblemType.MALFORMED, "A text " + what + ". Remove it.")
                .at(pointer, "bad-character", what);
    }

    /** What PostgreSQL would refuse in a text. */
    private static @Nullable String fault(String text) {
        int next = 0;
        while (next < text.length()) {
            int c = text.codePointAt(next);
            if (c == 0) return "contains a NUL character";
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                return "contains half of a surrogate pair";
            next += Character.charCount(c);
        }
        return null;
    }

    /** The tree as a record of this type, its constraints checked. */
    static <R> R read(ObjectNode tree, Class<R> type, Collection<Annotation> annotations) {
        R record;
        try {
            record = Json.MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw unknown(e, type);
        } catch (JsonMappingException e) {
            throw mismatch(e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
        boolean partial = annotations.stream().anyMatch(a -> a.annotationType() == Partial.class);
        check(record, partial);
        return record;
    }

    private static ProblemException unknown(UnrecognizedPropertyException e, Class<?> type) {
        String name = e.getPropertyName();
        String at = pointer(e);
        if (at.lastIndexOf('/') == 0 && ownedByServer(name, type)) {
            return ProblemException.invalid(at, "server-owned", "'" + name + "' is set by the service. Leave it out.");
        }
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        String meant = Text.nearest(name, known);
        String cure = meant == null ? "known are: " + String.join(", ", known) : "did you mean '" + meant + "'?";
        return new ProblemException(
                        ProblemType.UNKNOWN_FIELD, "There is no member '" + Text.shown(name) + "' here: " + cure)
                .at(at, "unknown-field", cure);
    }

    /** Whether the noun that the draft asks for has a member of this name that the draft lacks. */
    private static boolean ownedByServer(String name, Class<?> draft) {
        if (!draft.getSimpleName().endsWith("Draft")) return false;
        try {
            Class<?> noun =
                    Class.forName(draft.getName().substring(0, draft.getName().length() - 5));
            return Arrays.stream(noun.getRecordComponents())
                    .map(RecordComponent::getName)
                    .anyMatch(name::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static ProblemException mismatch(JsonMappingException e) {
        String at = pointer(e);
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return ProblemException.invalid(
                    at, "unknown-word", Words.complaint(format.getTargetType(), String.valueOf(format.getValue())));
        }
        return ProblemException.invalid(at, "wrong-type", "The value must be " + expected(e) + ".");
    }

    private static String expected(JsonMappingException e) {
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (target == null) return "of another type";
        if (target.isEnum()) return "one of: " + Words.known(target);
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "a date that exists, such as 2026-04-01";
            case "Instant" -> "a time such as 2026-04-01T09:00:00Z";
            case "UUID" -> "an id such as 0197b2f0-7a3c-7c1e-8d21-3b5f0a9c1e77";
            case "String" -> "a text";
            case "BigDecimal" -> "a number";
            default -> Collection.class.isAssignableFrom(target) ? "a list" : "an object";
        };
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void check(Object record, boolean partial) {
        List<String> order = Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<ConstraintViolation<Object>> violations = VALIDATOR.validate(record).stream()
                .sorted(Comparator.comparingInt(v -> order.indexOf(first(v.getPropertyPath()))))
                .toList();
        ProblemException problem = null;
        for (ConstraintViolation<Object> violation : violations) {
            Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
            if (partial && missing(constraint, violation.getPropertyPath())) continue;
            String pointer = pointer(violation.getPropertyPath());
            String message = message(violation);
            if (problem == null) problem = new ProblemException(ProblemType.INVALID, pointer + ": " + message);
            problem.at(pointer, code(constraint), message);
        }
        if (problem != null) throw problem;
    }

    private static String first(Path path) {
        return path.iterator().next().getName();
    }

    private static boolean missing(Annotation constraint, Path path) {
        return (constraint instanceof NotBlank || constraint instanceof NotNull)
                && path.toString().indexOf('.') < 0
                && path.toString().indexOf('[') < 0;
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getName() != null && !node.getName().startsWith("<"))
                pointer.append('/').append(node.getName());
        }
        return pointer.toString();
    }

    private static String message(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Pattern pattern) {
            return "must match " + pattern.regexp();
        }
        Object value = violation.getInvalidValue();
        if (constraint instanceof Size size && value instanceof String text) {
            return "has " + text.length() + " characters, at most " + size.max() + " are taken";
        }
        return violation.getMessage();
    }

    private static String code(Annotation constraint) {
        String name = constraint.annotationType().getSimpleName();
        return switch (name) {
            case "NotBlank", "NotNull" -> "required";
            case "Size" -> "too-long";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    /** Checks a record that did not come in as a body, such as a row of a file. */
    public static <R extends Record> R checked(R record) {
        check(record, false);
        return record;
    }
}
