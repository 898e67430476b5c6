package org.councilregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.councilregistry.api.platform.Json;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.Visibility;

/**
 * The calls that leave everything as it is, each drawn from requests that were written before. They read the initiatives
 * with even numbers; those with odd ones are changed meanwhile.
 */
final class Reads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 2_000;

    private final Corpus corpus;
    private final int size;
    private final String records;
    private final int port;

    /**
     * Reads from a server.
     *
     * @param size how many initiatives it has
     * @param records the path under which they are read
     */
    Reads(Corpus corpus, int size, String records, int port) {
        this.corpus = corpus;
        this.size = size;
        this.records = records;
        this.port = port;
    }

    /** Whether everybody may read the initiative with this number. */
    static boolean isPublic(Corpus corpus, int n) {
        return corpus.draft(n).visibility() == Visibility.PUBLIC;
    }

    private List<Integer> sample(int most) {
        List<Integer> sample = new ArrayList<>();
        int step = Math.max(1, size / 2 / most) * 2;
        for (int n = 0; n < size && sample.size() < most; n += step) {
            if (isPublic(corpus, n)) sample.add(n);
        }
        return sample;
    }

    private String path(int n) {
        return records + "/" + Corpus.id(1, n);
    }

    /** Gets initiatives by id. */
    Target get() throws Exception {
        return reading(
                "get by id",
                200,
                sample(10_000).stream().map(n -> Wire.get(path(n))).toList());
    }

    /** Gets initiatives that the caller has already. */
    Target unchanged() throws Exception {
        List<byte[]> requests = new ArrayList<>();
        try (Wire wire = new Wire(port)) {
            for (int n : sample(MOST)) {
                wire.expect(200, Wire.get(path(n)));
                requests.add(Wire.get(path(n), "If-None-Match: " + wire.header("etag")));
            }
        }
        return reading("get by id, 304", 304, requests);
    }

    /** Gets initiatives by slug, as data or as a page for people. */
    Target bySlug(String under) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        try (Wire wire = new Wire(port)) {
            for (int n : sample(400)) {
                wire.expect(200, Wire.get(path(n)));
                requests.add(Wire.get(
                        under + "/" + JSON.readTree(wire.text()).get("slug").asText()));
            }
        }
        return reading("get by slug under " + under, 200, requests);
    }

    /** Gets pages of what is live for one of four frequent services: 1 to 2 of a hundred initiatives. */
    Target list() throws Exception {
        List<byte[]> requests = new ArrayList<>();
        try (Wire wire = new Wire(port)) {
            for (int topic = 0; topic < 4; topic++) {
                String next = "";
                for (int page = 0; page < 5 && next != null; page++) {
                    String filters = "?phase=live&service=" + Corpus.service(topic) + "&limit=20" + next;
                    requests.add(Wire.get(records + filters));
                    wire.expect(200, requests.get(requests.size() - 1));
                    JsonNode cursor = JSON.readTree(wire.text()).get("next");
                    next = cursor == null ? null : "&cursor=" + cursor.asText();
                }
            }
        }
        return reading("list page of 20, two filters", 200, requests);
    }

    /** Searches for two or three words, with facets and highlights. */
    Target search() throws Exception {
        return search("/v1/search?q=");
    }

    /** The same at another address, which ends with what is looked for. */
    Target search(String address) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            requests.add(Wire.get(address + URLEncoder.encode(corpus.query(i), StandardCharsets.UTF_8)));
        }
        return reading("search", 200, requests);
    }

    /** How many records a search finds on average. */
    long hits() throws IOException {
        long hits = 0;
        try (Wire wire = new Wire(port)) {
            for (int i = 0; i < 240; i += 8) {
                String query = URLEncoder.encode(corpus.query(i), StandardCharsets.UTF_8);
                wire.expect(200, Wire.get("/v1/search?total=true&q=" + query));
                hits += JSON.readTree(wire.text()).get("total").asLong();
            }
        }
        return hits / 30;
    }

    /** The draft with this number that is compared: one that is not registered. */
    static InitiativeDraft compared(Corpus corpus, int i) {
        return corpus.draft(2_000_000 + i);
    }

    /** Compares drafts with what is registered. */
    Target overlap() throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            requests.add(check(compared(corpus, i), "/v1/overlaps/check"));
        }
        return reading("overlap check", 200, requests);
    }

    /** Publishes again what was published before. */
    Target publish(String key) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        try (Wire wire = new Wire(port)) {
            for (int n : sample(400)) {
                InitiativeDraft draft = corpus.draft(n);
                byte[] request = publish(draft, String.valueOf(draft.externalId()), key);
                wire.expect(200, request);
                requests.add(request);
            }
        }
        return reading("unchanged publish", 200, requests);
    }

    /** Compares a draft, at an address of the check. */
    static byte[] check(InitiativeDraft draft, String address, String... lines) {
        ObjectNode body = JSON.createObjectNode();
        body.put("title", draft.title()).put("summary", draft.summary()).put("problem", draft.problem());
        return posted("POST", address, body, lines);
    }

    /** Publishes a draft under a publisher's key of its own, with an API key. */
    static byte[] publish(InitiativeDraft draft, String externalId, String key) {
        ObjectNode body = (ObjectNode) Json.tree(draft);
        body.remove(List.of("organisation", "externalId"));
        String path = "/v1/organisations/" + draft.organisation() + "/initiatives/" + externalId;
        return posted("PUT", path, body, "Authorization: Bearer " + key);
    }

    private static byte[] posted(String method, String path, ObjectNode body, String... lines) {
        String[] all = Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = "Content-Type: application/json";
        return Wire.request(method, path, body.toString(), all);
    }

    private Target reading(String name, int expected, List<byte[]> requests) throws Exception {
        return Target.of(name, number -> {
            Wire wire = new Wire(port);
            SplittableRandom random = new SplittableRandom(number);
            return () -> wire.expect(expected, requests.get(random.nextInt(requests.size())));
        });
    }
}
