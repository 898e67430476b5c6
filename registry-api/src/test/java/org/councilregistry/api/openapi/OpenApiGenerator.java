package org.councilregistry.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.councilregistry.schema.Problem;

/** Reads the contract off the code: signatures, nullness, constraints and Javadoc. */
public final class OpenApiGenerator {
    private static final String ABOUT = """
            What councils and other public bodies are doing in digital work: initiatives, what came of them, and the \
            components they can share. Reading needs no key; what is kept to public bodies, and every change, does.

            An ETag names the version of a record. Every refusal is a problem (RFC 9457) whose `type` is the address of a \
            page with cause, cure and an example. Members and words may be added at any time: skip those you do not know.""";
    private static final String ETAG =
            "`\"<version>-<hash>\"`: send it as If-Match to change this version, as If-None-Match"
                    + " to read only what has changed";

    private final JavadocReader docs;
    private final List<Call> calls;
    private final SchemaConverter converter;
    private final ModelConverterContext context;
    private final OperationReader operations;

    private OpenApiGenerator(Resources resources) {
        docs = JavadocReader.of(resources.sources());
        calls = sameNames(resources.classes().stream().flatMap(Call::of).toList());
        converter = new SchemaConverter(docs, Call.asked(calls));
        context = new ModelConverterContextImpl(converter);
        operations = new OperationReader(
                docs, t -> converter.of(t, context), d -> converter.partOf(d, context), resources.moving());
    }

    /** The contract of these resources, as YAML. */
    public static String yaml(Resources resources) {
        JsonNode tree = Json31.mapper().valueToTree(new OpenApiGenerator(resources).contract(resources.version()));
        YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .build())
                .build();
        try {
            return "# Generated from the code by OpenApiTest; never edited by hand.\n"
                    + yaml.writeValueAsString(plain(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** Two methods may call a part of the same address by different names; a contract may not: reading decides. */
    private static List<Call> sameNames(List<Call> calls) {
        Map<String, String> paths = new HashMap<>();
        calls.stream()
                .sorted(Comparator.comparing((Call c) -> !c.verb().equals("GET"))
                        .thenComparing(Call::path))
                .forEach(c -> paths.putIfAbsent(c.shape(), c.path()));
        return calls.stream()
                .map(c -> c.at(paths.getOrDefault(c.shape(), c.path())))
                .sorted(Comparator.comparing(Call::path).thenComparing(c -> !c.answersRecord()))
                .toList();
    }

    private OpenAPI contract(String version) {
        Paths paths = paths();
        return new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info()
                        .title("Council Registry")
                        .version(version)
                        .description(ABOUT)
                        .license(new License().name("MIT").identifier("MIT")))
                .servers(List.of(new Server().url("/")))
                .tags(tags())
                .paths(paths)
                .components(components());
    }

    private List<Tag> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (Call call : calls) {
            Class<?> resource = call.method().getDeclaringClass();
            boolean home = resource.getPackageName().endsWith("." + call.noun());
            String about = (home ? docs.packageOf(resource) : docs.type(resource)).text();
            if (home || !tags.containsKey(call.noun())) tags.put(call.noun(), about);
        }
        return tags.entrySet().stream()
                .map(t -> new Tag().name(t.getKey()).description(t.getValue()))
                .toList();
    }

    private Paths paths() {
        Map<String, List<Call>> forms = calls.stream()
                .collect(Collectors.groupingBy(c -> c.path() + " " + c.verb(), TreeMap::new, Collectors.toList()));
        Map<String, Call> ids = new HashMap<>();
        Paths paths = new Paths();
        for (List<Call> same : forms.values()) {
            Call call = same.get(0);
            Call other = ids.put(call.id(), call);
            if (other != null) {
                throw new IllegalStateException(
                        call.method() + " and " + other.method() + " are both " + call.id() + ": rename one of them");
            }
            paths.computeIfAbsent(call.path(), p -> new PathItem())
                    .operation(
                            PathItem.HttpMethod.valueOf(call.verb()),
                            operations.of(call, same.subList(1, same.size())));
        }
        return paths;
    }

    private Components components() {
        Schema<?> problem = converter.of(Problem.class, context);
        MediaType body = new MediaType().schema(problem);
        Components components = new Components()
                .addResponses(
                        "Problem",
                        new ApiResponse()
                                .description(docs.type(Problem.class).summary())
                                .content(new Content().addMediaType("application/problem+json", body)))
                .addHeaders("ETag", header(ETAG))
                .addHeaders("Location", header("Where the record is"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, as it was shown when it was made"));
        new TreeMap<>(ParameterReader.SHARED).forEach(components::addParameters);
        new TreeMap<>(context.getDefinedModels()).forEach(components::addSchemas);
        return components;
    }

    private static Header header(String description) {
        JsonSchema text = new JsonSchema();
        text.addType("string");
        return new Header().description(description).required(true).schema(text);
    }

    /** Says what Swagger Core says in a roundabout way, and leaves out what it says of nothing. */
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> empty = new ArrayList<>();
            object.properties().forEach(f -> {
                // only a text that is empty: a noun may have a member called description, which is an object here
                boolean noText = f.getKey().equals("description")
                        && f.getValue().isTextual()
                        && f.getValue().asText().isEmpty();
                boolean none = Set.of("parameters", "tags").contains(f.getKey())
                        && f.getValue().isEmpty();
                if (f.getValue().isNull() || noText || none) empty.add(f.getKey());
            });
            object.remove(empty);
        }
        node.forEach(OpenApiGenerator::plain);
        return node;
    }
}
