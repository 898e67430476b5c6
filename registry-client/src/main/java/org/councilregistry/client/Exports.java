package org.councilregistry.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Component;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.Organisation;

/**
 * All that the registry shows of a noun, in one answer. The answer is taken whole, about 2 kB a record: whoever walks
 * hundreds of thousands does so page by page, with {@code initiatives().all()}.
 */
public final class Exports {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Http http;

    Exports(Http http) {
        this.http = http;
    }

    /** What can be exported. */
    public enum Noun {
        /** Published initiatives. */
        INITIATIVES,
        /** Listed and deprecated components. */
        COMPONENTS,
        /** All organisations. */
        ORGANISATIONS;

        private String file(String ending) {
            return "/v1/exports/" + name().toLowerCase(Locale.ROOT) + "." + ending;
        }
    }

    /** Every published initiative, in the order in which they were registered. */
    public Stream<Initiative> initiatives() {
        return lines(Noun.INITIATIVES, Initiative.class);
    }

    /** Every listed or deprecated component, in the order in which they were registered. */
    public Stream<Component> components() {
        return lines(Noun.COMPONENTS, Component.class);
    }

    /** Every organisation, in the order in which they were registered. */
    public Stream<Organisation> organisations() {
        return lines(Noun.ORGANISATIONS, Organisation.class);
    }

    /** A CSV file for a spreadsheet, UTF-8 with a byte order mark. */
    public byte[] csv(Noun noun) {
        return fetch(noun.file("csv"), "text/csv");
    }

    /** The whole log, an event a line, to be verified anywhere by the registry's {@code verify-audit FILE}. */
    public byte[] log() {
        return fetch("/v1/exports/events.jsonl", "application/jsonl");
    }

    private <T> Stream<T> lines(Noun noun, Class<T> type) {
        String lines = new String(fetch(noun.file("jsonl"), "application/jsonl"), StandardCharsets.UTF_8);
        ClientJson.As<T> as = ClientJson.type(type);
        return lines.lines().filter(line -> !line.isEmpty()).map(as::line);
    }

    private byte[] fetch(String path, String type) {
        return http.fetch(Call.get(path).accepting(type).waiting(PATIENCE));
    }
}
