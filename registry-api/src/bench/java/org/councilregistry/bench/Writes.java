package org.councilregistry.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.councilregistry.api.platform.Json;

/** The calls that change something: eight editors register, and initiatives with odd numbers change. */
final class Writes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Corpus corpus;
    private final Service service;
    private final String admin;
    private final int[] versions;

    /**
     * Writes to a service.
     *
     * @param size how many initiatives it has
     * @param admin the key of a sector administrator
     */
    Writes(Corpus corpus, Service service, int size, String admin) throws IOException, SQLException {
        this.corpus = corpus;
        this.service = service;
        this.admin = admin;
        this.versions = new int[size];
        try (Connection connection = service.connect("registry");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version from initiatives where state = 'published' order by id")) {
            for (int n = 0; rows.next(); n++) versions[n] = rows.getInt(1);
        }
    }

    /** Registers drafts, each with an Idempotency-Key, as editors of eight organisations. */
    Target create() throws Exception {
        return create(service.port());
    }

    /** The same at another node of the same registry. */
    Target create(int port) throws Exception {
        return Target.of("create", number -> {
            Wire wire = new Wire(port);
            String key = editor(wire, number);
            List<String> bodies = bodies(number);
            SplittableRandom random = new SplittableRandom();
            return () -> wire.expect(
                    201,
                    Wire.request(
                            "POST",
                            "/v1/initiatives",
                            bodies.get(random.nextInt(bodies.size())),
                            "Content-Type: application/json",
                            "Authorization: Bearer " + key,
                            "Idempotency-Key: " + new UUID(random.nextLong(), random.nextLong())));
        });
    }

    private String editor(Wire wire, int number) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("label", "bench").put("role", "editor").put("organisation", Corpus.organisation(number));
        wire.expect(
                201,
                Wire.request(
                        "POST",
                        "/v1/keys",
                        body.toString(),
                        "Content-Type: application/json",
                        "Authorization: Bearer " + admin));
        return JSON.readTree(wire.text()).get("secret").asText();
    }

    private List<String> bodies(int number) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 250; i++) bodies.add(body(corpus, number, i).toString());
        return bodies;
    }

    /** What is registered: a text that is not there yet, without a publisher's key, so that it can be repeated. */
    static ObjectNode body(Corpus corpus, int number, int i) {
        ObjectNode body = (ObjectNode) Json.tree(corpus.draft(3_000_000 + i * Target.CONNECTIONS + number));
        body.remove("externalId");
        body.put("organisation", Corpus.organisation(number));
        return body;
    }

    /** Changes the summary of initiatives, each connection those of its own, with If-Match. */
    Target update() throws Exception {
        return Target.of("update", number -> {
            Wire wire = new Wire(service.port());
            SplittableRandom random = new SplittableRandom();
            return () -> {
                int n = changed(random, number, versions.length);
                ObjectNode body = JSON.createObjectNode();
                body.put("summary", "Changed " + versions[n] + " times. " + corpus.summary(random.nextInt(1_000)));
                byte[] request = Wire.request(
                        "PATCH",
                        "/v1/initiatives/" + Corpus.id(1, n) + "?reason=bench",
                        body.toString(),
                        "Content-Type: application/merge-patch+json",
                        "Authorization: Bearer " + admin,
                        "If-Match: \"" + versions[n] + "\"");
                try {
                    wire.expect(200, request);
                    versions[n]++;
                } catch (RefusedException e) {
                    versions[n] = version(wire, n);
                    throw e;
                }
            };
        });
    }

    /** The version that an initiative really is at, after a change of which that is not known. */
    private int version(Wire wire, int n) throws IOException {
        wire.expect(200, Wire.get("/v1/initiatives/" + Corpus.id(1, n), "Authorization: Bearer " + admin));
        return JSON.readTree(wire.text()).get("version").asInt();
    }

    /** A number that is odd and that no other connection draws. */
    static int changed(SplittableRandom random, int number, int size) {
        int lane = 2 * Target.CONNECTIONS;
        return random.nextInt(size / lane) * lane + 2 * number + 1;
    }
}
