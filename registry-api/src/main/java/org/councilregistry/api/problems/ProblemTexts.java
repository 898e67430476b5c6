package org.councilregistry.api.problems;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.councilregistry.schema.ProblemPage;
import org.councilregistry.schema.ProblemPages;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** The pages of {@code problems.yaml}, one for each type. */
final class ProblemTexts {
    private static final String FILE = "problems.yaml";

    private final Map<String, ProblemPage> pages = new TreeMap<>();
    private final ProblemPages all;

    private record Page(String cause, String cure, String example) {}

    ProblemTexts() {
        Map<?, ?> texts = read();
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (ProblemType type : ProblemType.values()) {
            if (type == ProblemType.UNKNOWN) continue;
            Object text = texts.remove(type.slug());
            if (text == null) throw new IllegalStateException(FILE + " has no page for " + type.slug());
            pages.put(type.slug(), page(type, mapper.convertValue(text, Page.class)));
        }
        if (!texts.isEmpty())
            throw new IllegalStateException(FILE + " explains what does not exist: " + texts.keySet());
        all = new ProblemPages(Arrays.stream(ProblemType.values())
                .filter(t -> t != ProblemType.UNKNOWN)
                .map(t -> pages.get(t.slug()))
                .toList());
    }

    private static Map<?, ?> read() {
        try (InputStream stream = ProblemTexts.class.getResourceAsStream(FILE)) {
            if (stream == null) throw new IllegalStateException("the build has left out " + FILE);
            return new YAMLMapper().readValue(stream, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemPage page(ProblemType type, Page text) {
        return new ProblemPage(
                type.slug(),
                type.status(),
                type.title(),
                text.cause().strip(),
                text.cure().strip(),
                text.example().strip());
    }

    ProblemPages all() {
        return all;
    }

    @Nullable
    ProblemPage find(String slug) {
        return pages.get(slug);
    }
}
