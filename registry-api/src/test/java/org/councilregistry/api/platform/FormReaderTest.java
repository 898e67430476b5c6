package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.councilregistry.schema.ProblemType;

class FormReaderTest {
    private static Form read(byte[] body) throws IOException {
        return new FormReader()
                .readFrom(
                        Form.class,
                        Form.class,
                        new Annotation[0],
                        MediaType.APPLICATION_FORM_URLENCODED_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(body));
    }

    @Property(tries = 300)
    void whatABrowserSendsIsReadBack(
            @ForAll @Size(max = 8)
                    Map<
                                    @NotEmpty @AlphaChars String,
                                    @CharRange(from = ' ', to = '\uD7FF') @StringLength(max = 40) String>
                            fields)
            throws IOException {
        String body = fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
        assertThat(read(body.getBytes(StandardCharsets.UTF_8)).values()).isEqualTo(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void anyBytesAreAFormOrRefused(@ForAll byte[] body) throws IOException {
        try {
            assertThat(read(body).values().values()).noneMatch(value -> value.indexOf('\0') >= 0);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED);
        }
    }

    @Example
    void theFirstOfTwoFieldsOfOneNameCounts() throws IOException {
        assertThat(read("a=1&a=2&=3&b".getBytes(StandardCharsets.UTF_8)).values())
                .isEqualTo(Map.of("a", "1"));
    }

    @Example
    void aFormHasAtMost64KilobytesOfText() throws IOException {
        String most = "a=" + "x".repeat((64 << 10) - 2);
        assertThat(read(most.getBytes(StandardCharsets.UTF_8)).get("a")).hasSize((64 << 10) - 2);
        try {
            throw new AssertionError(read((most + "x").getBytes(StandardCharsets.UTF_8)));
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.TOO_LARGE);
        }
    }
}
