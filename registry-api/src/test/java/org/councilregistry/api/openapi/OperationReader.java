package org.councilregistry.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.councilregistry.api.platform.Action;
import org.councilregistry.api.platform.Beside;
import org.councilregistry.api.platform.Creates;
import org.councilregistry.api.platform.Partial;
import org.councilregistry.api.platform.Patch;
import org.councilregistry.api.platform.Words;
import org.councilregistry.schema.Entity;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** One operation of the contract. */
final class OperationReader {
    private static final String JSON = "application/json";
    private static final String MOVED = "The record is at the address that `Location` names";

    private final JavadocReader docs;
    private final Function<Type, Schema<?>> schemas;
    private final Function<Class<?>, Schema<?>> parts;
    private final Set<Class<?>> moving;

    /**
     * Reads operations.
     *
     * @param parts the schema of a draft of which any part may be missing
     * @param moving the resources that send callers on to another address
     */
    OperationReader(
            JavadocReader docs,
            Function<Type, Schema<?>> schemas,
            Function<Class<?>, Schema<?>> parts,
            Set<Class<?>> moving) {
        this.docs = docs;
        this.schemas = schemas;
        this.parts = parts;
        this.moving = moving;
    }

    /** The operation of a call, which may answer in other forms, too. */
    Operation of(Call call, List<Call> otherForms) {
        JavadocReader.Comment comment = docs.method(call.method());
        if (comment.summary().isEmpty()) throw new IllegalStateException(call.method() + " has no Javadoc");
        ApiResponses responses = responses(call);
        otherForms.forEach(form -> success(responses).getContent().putAll(texts(form)));
        return new Operation()
                .operationId(call.id())
                .addTagsItem(call.noun())
                .summary(comment.summary())
                .description(description(call, comment))
                .parameters(new ParameterReader(docs, schemas).of(call))
                .requestBody(body(call, comment))
                .responses(responses)
                .security(security(call));
    }

    private static @Nullable String description(Call call, JavadocReader.Comment comment) {
        String more = comment.text()
                .substring(Math.min(comment.text().length(), comment.summary().length() + 1))
                .strip();
        Action action = call.allows().value();
        if (!action.permits(Role.PUBLIC)) {
            String roles = Arrays.stream(Role.values())
                    .filter(action::permits)
                    .map(r -> "`" + Words.of(r) + "`")
                    .collect(Collectors.joining(", "));
            more = (more + "\n\nFor keys with the role " + roles + ".").strip();
        }
        return more.isEmpty() ? null : more;
    }

    private static List<SecurityRequirement> security(Call call) {
        SecurityRequirement bearer = new SecurityRequirement().addList("bearer");
        return call.allows().value().permits(Role.PUBLIC)
                ? List.of(new SecurityRequirement(), bearer)
                : List.of(bearer);
    }

    private @Nullable RequestBody body(Call call, JavadocReader.Comment comment) {
        if (call.body().isEmpty()) return null;
        Parameter parameter = call.body().get();
        Class<?> type = call.bodyRecord();
        boolean partial = parameter.getType() == Patch.class || parameter.isAnnotationPresent(Partial.class);
        Schema<?> schema = type == null ? text() : partial ? parts.apply(type) : schemas.apply(type);
        Beside beside = parameter.getAnnotation(Beside.class);
        if (beside != null) schema = new JsonSchema().allOf(List.of(schema, schemas.apply(beside.value())));
        String described = comment.params().get(parameter.getName());
        return new RequestBody()
                .required(!parameter.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .description(ParameterReader.capital(described))
                .content(content(call.consumes(type == null ? "application/octet-stream" : JSON), schema));
    }

    private ApiResponses responses(Call call) {
        ApiResponses responses = new ApiResponses();
        boolean entity = Entity.class.isAssignableFrom(call.raw());
        if (call.raw() == void.class) {
            responses.addApiResponse("204", new ApiResponse().description("It is done"));
        } else if (call.method().isAnnotationPresent(Creates.class)) {
            responses.addApiResponse("201", answer(call).addHeaderObject("Location", header("Location")));
        } else {
            responses.addApiResponse("200", answer(call));
        }
        if (entity) success(responses).addHeaderObject("ETag", header("ETag"));
        if (entity && call.verb().equals("GET")) {
            responses.addApiResponse(
                    "304",
                    new ApiResponse()
                            .description("The record is as you have it")
                            .addHeaderObject("ETag", header("ETag")));
        }
        if (moves(call)) {
            responses.addApiResponse(
                    "308", new ApiResponse().description(MOVED).addHeaderObject("Location", header("Location")));
        }
        return responses.addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
    }

    private boolean moves(Call call) {
        return call.verb().equals("GET")
                && call.path().contains("{")
                && moving.contains(call.method().getDeclaringClass());
    }

    private ApiResponse answer(Call call) {
        ApiResponse response = new ApiResponse();
        if (!call.answersRecord()) return response.description("The answer").content(texts(call));
        return response.description(docs.type(call.raw()).summary())
                .content(
                        content(call.produces(JSON), schemas.apply(call.method().getGenericReturnType())));
    }

    private static ApiResponse success(ApiResponses responses) {
        return responses.values().iterator().next();
    }

    private static Content texts(Call call) {
        return content(call.produces("text/plain"), text());
    }

    private static Schema<?> text() {
        Schema<?> text = new JsonSchema();
        text.addType("string");
        return text;
    }

    private static Content content(List<String> types, Schema<?> schema) {
        Content content = new Content();
        types.forEach(t -> content.addMediaType(t, new MediaType().schema(schema)));
        return content;
    }

    private static Header header(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }
}
