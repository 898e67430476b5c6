package org.councilregistry.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.Resources;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract with values that are right, nearly right and hostile. Whatever is sent, nothing fails, every
 * answer is of the contract, and none gives away what is inside. {@code mvn -Pfuzz verify} sends 100,000 requests; {@code
 * -Dfuzz.requests} says how many, and {@code -Dfuzz.seed} which.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 600);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_126L);
    /** After so many there are new councils and new keys, because what was sent has changed and revoked the old ones. */
    private static final int ROUND = 2_500;

    private static final int AT_ONCE = 3;
    private static final RunningRegistry registry = RunningRegistry.with(Map.of(
            "dw.meanings", "false",
            "dw.server.requestLog.appenders[0].type", "file",
            "dw.server.requestLog.appenders[0].archive", "false",
            "dw.server.requestLog.appenders[0].currentLogFilename", "target/fuzz-requests.log"));

    private final HttpClient client = new ValidatingHttpClient(HttpClient.newHttpClient());
    private final JsonNode contract = Resources.contract();
    private final List<Operation> operations = Operation.of(contract);
    private final Known known = new Known();
    private final Tally tally = new Tally();

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void whateverIsSentNothingFailsAndNothingIsGivenAway() throws Exception {
        System.err.println("fuzz: " + REQUESTS + " requests, -Dfuzz.seed=" + SEED);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int first = 0; first < REQUESTS && !tally.enough(); first += ROUND) {
                round(threads, first, Math.min(first + ROUND, REQUESTS));
                System.err.println("fuzz: " + tally.line());
            }
        } finally {
            threads.shutdownNow();
        }
        if (REQUESTS > ROUND) System.err.println(tally.table() + "\nfuzz: refused each time: " + tally.neverReached());
        assertThat(tally.findings()).isEmpty();
        assertThat(new Http(registry.address(), null).get("/readyz").status()).isEqualTo(200);
    }

    private void round(ExecutorService threads, int first, int end) throws Exception {
        List<@Nullable String> keys = plant();
        List<String> secrets = new ArrayList<>(known.secrets());
        keys.stream().filter(key -> key != null).forEach(secrets::add);
        secrets.add(registry.folder().toString());
        secrets.add(registry.wiring().address().target().url());
        Monitors monitors = new Monitors(secrets);
        AtomicInteger next = new AtomicInteger(first);
        Callable<Integer> sender = () -> {
            for (int n = next.getAndIncrement(); n < end && !tally.enough(); n = next.getAndIncrement()) {
                send(n, keys, monitors);
            }
            return end;
        };
        List<Future<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) senders.add(threads.submit(sender));
        for (Future<Integer> each : senders) each.get();
    }

    /** The request of this number, the same whoever sends it. */
    private void send(int number, List<@Nullable String> keys, Monitors monitors) throws InterruptedException {
        Operation operation = operations.get(number % operations.size());
        Values values = new Values(
                contract.at("/components/schemas"), new SplittableRandom(SEED + number), known.of(operation));
        Request.Made made = new Request(operation, contract, values).made(registry.address(), keys);
        try {
            HttpResponse<String> answer = client.send(made.http(), BodyHandlers.ofString());
            tally.answered(operation, answer.statusCode());
            tally.found(monitors.look(made, answer));
            known.learn(operation, answer.statusCode(), answer.body());
        } catch (AssertionError | IOException e) {
            tally.found(List.of(e + ": " + Monitors.shortened(made.sent(), 500)));
        }
    }

    private List<@Nullable String> plant() {
        Organisation council = registry.council();
        String editor = registry.key(Role.EDITOR, council);
        Organisation other = registry.council();
        List<String> ids = new ArrayList<>(published(council, editor));
        published(other, registry.key(Role.EDITOR, other));
        String administrator = registry.key(Role.SECTOR_ADMIN, null);
        ids.add(unclaimed(council, administrator));
        for (String name : List.of("initiative", "initiatives", "id", "ref")) known.plant(name, ids);
        List<String> councils =
                List.of(council.slug(), council.name(), council.id().toString());
        for (String name : List.of("organisation", "organisations", "of", "within")) known.plant(name, councils);
        known.plant("externalId", List.of("k0", "k1", "new"));
        registry.wiring()
                .serviceImport()
                .run("LGSL,Description\n524,Missed bins\n".getBytes(StandardCharsets.UTF_8), line -> {});
        for (String name : List.of("code", "service", "services")) known.plant(name, List.of("lgsl:524"));
        known.plant("slug", List.of("not-found", "malformed"));
        return Arrays.asList(
                null,
                editor,
                editor,
                registry.key(Role.VIEWER, council),
                registry.key(Role.CONTRIBUTOR, council),
                registry.key(Role.ORGANISATION_ADMIN, council),
                registry.key(Role.EDITOR, registry.organisation(OrganisationKind.SUPPLIER)),
                registry.key(Role.COORDINATOR, null),
                registry.key(Role.AUDITOR, null),
                administrator);
    }

    private static String unclaimed(Organisation council, String administrator) {
        String draft = "{\"organisation\":\"" + council.slug() + "\",\"title\":\"Bins\",\"summary\":\"All of them.\","
                + "\"phase\":\"alpha\"}";
        return new Http(registry.address(), administrator)
                .send("POST", "/v1/initiatives?reason=asked", draft)
                .json()
                .path("id")
                .asText();
    }

    /** Five pieces of work, which look like those of every other council. */
    private static List<String> published(Organisation council, String key) {
        Http http = new Http(registry.address(), key);
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            String draft =
                    "{\"title\":\"Report a missed bin " + n + "\",\"summary\":\"Residents say that a bin was missed.\","
                            + "\"problem\":\"Calls about missed bins take too long.\",\"phase\":\"alpha\"}";
            JsonNode made = http.send("PUT", "/v1/organisations/" + council.slug() + "/initiatives/k" + n, draft)
                    .json();
            ids.add(made.at("/initiative/id").asText());
        }
        return ids;
    }
}
