package org.councilregistry.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.access.Targets.Target;
import org.councilregistry.api.members.SignIn;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation, by every kind of caller, on a council's records in every state and visibility, as the service answers over
 * HTTP, beside the table in {@code matrix.csv}. Changes are tried with a version that nobody has, so that 412 says that the
 * caller was let through. {@code -Daccess.write=true} writes the table anew, for review.
 */
class AccessMatrixTest {
    private static final Path TABLE =
            Resources.root().resolve("registry-api/src/test/resources/org/councilregistry/api/access/matrix.csv");
    private static final String STALE = "\"999-AAAAAAAAAAAAAAAA\"";
    /** Those that ask a sector administrator why. */
    private static final Set<String> REASONED = new TreeSet<>();

    /** Those who read what the public reads. */
    private static final Set<String> OUTSIDE = Set.of("public", "supplier", "person");

    private static final Set<Integer> LET_THROUGH = Set.of(200, 201, 409, 412, 428);

    private static final SignIn SIGN_IN = new SignIn();
    private static final RunningRegistry registry = RunningRegistry.with(SignIn.settings(SIGN_IN.setting("any", null)));
    private static Callers callers;
    private static Map<String, List<Target>> targets;
    private static List<String> answered;
    private static List<String> tabled;

    /** What is sent by the operations that need more than an address; {@code $id} and {@code $council} are filled in. */
    private static final Map<String, String> BODIES = new HashMap<>(Map.of(
            "POST /v1/initiatives",
            "{\"organisation\":\"$council\",\"title\":\"New\",\"summary\":\"New work.\",\"phase\":\"idea\"}",
            "POST /v1/components",
            "{\"organisation\":\"$council\",\"name\":\"New\",\"kind\":\"software\"}",
            "POST /v1/outcomes",
            "{\"initiative\":\"$id\",\"statement\":\"Fewer calls\",\"benefitArea\":\"place\"}",
            "POST /v1/keys",
            "{\"organisation\":\"$council\",\"label\":\"new\",\"role\":\"viewer\"}",
            "POST /v1/organisations",
            "{\"name\":\"New $n\",\"kind\":\"unitary\"}",
            "POST /v1/initiatives/{id}/outcomes",
            "{\"statement\":\"Fewer calls\",\"benefitArea\":\"place\"}",
            "POST /v1/initiatives/{id}/participants",
            "{\"state\":\"confirmed\"}",
            "POST /v1/overlaps/{id}/decide",
            "{\"decision\":\"related\",\"rationale\":\"They differ.\"}",
            "POST /v1/overlaps/{id}/response",
            "{\"response\":\"will-contact\"}"));

    static {
        BODIES.put("POST /v1/initiatives/{id}/phases", "{\"phase\":\"private-beta\"}");
        BODIES.put("POST /v1/members", "{\"organisation\":\"$council\",\"role\":\"viewer\"}");
        BODIES.put("POST /v1/members/join", "{\"invitation\":\"cri_nonsense\"}");
        BODIES.put("POST /v1/joining-requests", "{\"organisation\":\"$council\"}");
        BODIES.put("POST /v1/joining-requests/{id}/accept", "{\"role\":\"viewer\"}");
        BODIES.put("POST /v1/erasures", "{\"email\":\"nobody@example.org\"}");
        BODIES.put("POST /v1/overlaps/check", "{\"title\":\"Bins\"}");
        BODIES.put(
                "PUT /v1/organisations/{ref}/initiatives/{externalId}",
                "{\"title\":\"New\",\"summary\":\"New work.\",\"phase\":\"idea\"}");
        BODIES.put("POST /v1/organisations/{ref}/confirm", "{\"ids\":[]}");
        for (String reason : List.of(
                "initiatives/{id}/withdraw",
                "initiatives/{id}/decline",
                "initiatives/{id}/redact",
                "joining-requests/{id}/decline",
                "components/{id}/withdraw")) {
            BODIES.put("POST /v1/" + reason, "{\"reason\":\"It has to be.\"}");
        }
    }

    @BeforeAll
    static void ask() throws IOException {
        callers = new Callers(registry, SIGN_IN.token("any", "sam", "sam@staff.example"));
        Targets made = new Targets(registry, callers);
        targets = new HashMap<>();
        targets.put("initiatives", made.initiatives());
        targets.put("outcomes", made.outcomes(targets.get("initiatives")));
        targets.put("components", made.components());
        targets.put("keys", made.keys());
        targets.put("members", made.members());
        targets.put("joining-requests", made.joiningRequests(SIGN_IN.token("any", "ann", "ann@staff.example")));
        targets.put("organisations", made.organisations());
        targets.put("overlaps", made.pairs());
        answered = new ArrayList<>(List.of(
                "operation,state,visibility," + String.join(",", callers.all().keySet())));
        for (String operation : operations()) {
            for (Target target : on(operation)) answered.add(row(operation, target));
        }
        if (Boolean.getBoolean("access.write")) Files.write(TABLE, answered);
        tabled = Files.readAllLines(TABLE);
    }

    @AfterAll
    static void close() {
        registry.close();
        SIGN_IN.close();
    }

    /** Every operation of the contract, as {@code GET /v1/keys}. */
    private static Set<String> operations() throws IOException {
        JsonNode contract = Resources.contract();
        Set<String> operations = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String operation = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    operations.add(operation);
                    method.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("name").asText().equals("reason")) REASONED.add(operation);
                    });
                }));
        return operations;
    }

    /** The records that an operation is tried on; one that is about none is tried once. */
    private static List<Target> on(String operation) {
        String path = operation.split(" ", 2)[1];
        boolean publishes = path.endsWith("/initiatives/{externalId}");
        if (publishes || operation.equals("POST /v1/outcomes")) return targets.get("initiatives");
        String noun = path.split("/", -1)[2];
        boolean one = path.contains("{id}") || path.contains("{ref}");
        return one && targets.containsKey(noun) ? targets.get(noun) : List.of(new Target("-", "-", "-", ""));
    }

    private static String row(String operation, Target target) {
        StringBuilder row = new StringBuilder(operation + "," + target.state() + "," + target.visibility());
        for (Http caller : callers.all().values()) {
            row.append(',').append(status(operation, target, caller));
        }
        return row.toString();
    }

    private static int status(String operation, Target target, Http caller) {
        String method = operation.split(" ", 2)[0];
        String path = operation.split(" ", 2)[1];
        boolean publishes = path.endsWith("/{externalId}");
        String address = path.replace("{ref}", publishes ? callers.council.slug() : target.id())
                .replace("{id}", target.id())
                .replace("{externalId}", target.key())
                .replace("{code}", "lgsl:1")
                .replace("{slug}", "not-found");
        if (path.equals("/v1/search") || path.equals("/v1/search/suggest")) address += "?q=work";
        if (publishes) address += "?dryRun=true";
        if (method.equals("GET")) return caller.get(address).status();
        if (REASONED.contains(operation)) address += (address.contains("?") ? "&" : "?") + "reason=matrix";
        String body = BODIES.getOrDefault(operation, method.equals("DELETE") ? "" : "{}")
                .replace("$id", target.id())
                .replace("$council", callers.council.slug())
                .replace("$n", Long.toString(System.nanoTime(), 36));
        return publishes
                ? caller.send(method, address, body).status()
                : caller.send(method, address, body.isEmpty() ? null : body, "If-Match", STALE)
                        .status();
    }

    /** The table by operation, state and visibility: what each caller is answered. */
    private static Map<String, Map<String, Integer>> cells(List<String> rows) {
        String[] names = rows.get(0).split(",", -1);
        Map<String, Map<String, Integer>> cells = new TreeMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] parts = row.split(",", -1);
            Map<String, Integer> answers = new LinkedHashMap<>();
            for (int i = 3; i < parts.length; i++) answers.put(names[i], Integer.valueOf(parts[i]));
            cells.put(parts[0] + "," + parts[1] + "," + parts[2], answers);
        }
        return cells;
    }

    @Test
    void theServiceAnswersAsTheTableSays() {
        assertThat(answered).containsExactlyElementsOf(tabled);
        long cells = cells(tabled).values().stream().mapToLong(Map::size).sum();
        System.err.println("the access matrix has " + cells + " cells");
        assertThat(cells).isGreaterThan(1_000);
    }

    @Test
    void everyOperationOfTheContractIsInTheTable() throws IOException {
        Set<String> rows = new TreeSet<>();
        tabled.subList(1, tabled.size()).forEach(row -> rows.add(row.split(",", 2)[0]));
        assertThat(rows).isEqualTo(operations());
    }

    @Test
    void whatACallerMayNotSeeIsAnsweredLikeWhatIsNotThere() {
        Map<String, Map<String, Integer>> cells = cells(tabled);
        cells.forEach((row, answers) -> {
            String[] parts = row.split(",", -1);
            Map<String, Integer> absent = cells.get(parts[0] + ",absent,-");
            if (absent == null || parts[0].startsWith("PUT ")) return;
            answers.forEach((caller, status) -> {
                if (!sees(caller, parts[0], parts[1], parts[2])) {
                    assertThat(status).as(row + " " + caller).isEqualTo(absent.get(caller));
                }
            });
        });
    }

    /** Who may see a record, as the design's section on roles says it. */
    private static boolean sees(String caller, String operation, String state, String visibility) {
        if (caller.equals("sector-admin") || caller.equals("auditor")) return true;
        if (operation.contains("/keys") || operation.contains("/organisations/{ref}")) return true;
        if (operation.contains("/members/")) return caller.equals("own organisation-admin");
        if (operation.contains("/joining-requests/")) {
            return List.of("own organisation-admin", "coordinator", "area coordinator")
                    .contains(caller);
        }
        if (state.equals("draft")) {
            return caller.startsWith("own ") && !caller.equals("own viewer");
        }
        boolean taken = state.equals("withdrawn");
        if (visibility.equals("public") && !taken) return true;
        boolean outside = OUTSIDE.contains(caller);
        // who could see it may learn why it is gone
        boolean told =
                operation.startsWith("GET /v1/initiatives/{ref}") || operation.startsWith("GET /v1/components/{ref}");
        if (taken && told && !visibility.equals("organisation")) {
            return visibility.equals("public") || !outside;
        }
        if (visibility.equals("sector") && !taken) return !outside;
        return caller.startsWith("own ") || caller.equals("coordinator") || caller.equals("area coordinator");
    }

    @Test
    void nobodyWritesWhoOnlyReadsAndNobodyToOthersRecords() {
        cells(tabled).forEach((row, answers) -> {
            boolean read = row.startsWith("GET ") || row.startsWith("POST /v1/overlaps/check");
            // everybody may take back her own key, and a person may ask to join
            if (read || row.startsWith("POST /v1/whoami/revoke") || row.startsWith("POST /v1/joining-requests,"))
                return;
            answers.forEach((caller, status) -> {
                boolean reads = OUTSIDE.contains(caller) || caller.equals("auditor") || caller.endsWith(" viewer");
                boolean other = caller.startsWith("other ") && row.contains("{");
                if (reads || other) assertThat(status).as(row + " " + caller).isNotIn(LET_THROUGH);
            });
        });
    }

    @Test
    void nothingFails() {
        cells(tabled)
                .forEach((row, answers) -> assertThat(answers.values()).as(row).allMatch(status -> status < 500));
    }
}
