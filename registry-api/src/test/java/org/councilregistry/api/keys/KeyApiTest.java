package org.councilregistry.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationKind;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** API keys: made once, shown once, taken back for good. */
class KeyApiTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http admin = new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, council));

    private JsonNode create(String role) {
        Http.Answer answer = admin.send("POST", "/v1/keys", "{\"label\":\"pipeline\",\"role\":\"" + role + "\"}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void aKeyActsForTheOrganisationOfWhoMadeIt() {
        JsonNode made = create("editor");
        JsonNode who = new Http(registry.address(), made.path("secret").asText())
                .get("/v1/whoami")
                .json();
        assertThat(who.path("role").asText()).isEqualTo("editor");
        assertThat(who.path("organisation").path("slug").asText()).isEqualTo(council.slug());
        assertThat(who.path("expiresAt").asText()).isNotEmpty();
    }

    @Test
    void aKeyOfACouncilThatNoLongerExistsReadsAndChangesNothing() {
        Organisation gone = registry.council();
        Http theirs = new Http(registry.address(), registry.key(Role.EDITOR, gone));
        String publish = "/v1/organisations/" + gone.slug() + "/initiatives/bins";
        String body = "{\"title\":\"Bins\",\"summary\":\"s\",\"phase\":\"alpha\"}";
        JsonNode made = theirs.send("PUT", publish, body).json().path("initiative");
        registry.owner()
                .useHandle(h -> h.execute("update organisations set state = 'dissolved' where id = ?", gone.id()));
        String path = "/v1/initiatives/" + made.path("id").asText();
        Eventually.until(
                Duration.ofSeconds(6),
                () -> theirs.send("POST", path + "/confirm", null).status() != 200);
        Http.Answer edit = theirs.send("PATCH", path, "{\"title\":\"Other\"}", "If-Match", "*");
        assertThat(edit.status()).as(edit.response().body()).isEqualTo(409);
        Http.Answer refused = theirs.send("POST", path + "/confirm", null);
        assertThat(refused.problem()).isEqualTo("organisation-dissolved");
        assertThat(refused.json().path("detail").asText()).contains(gone.name(), "successor");
        assertThat(theirs.get(path).status()).isEqualTo(200);
    }

    @Test
    void theSecretIsNeverShownAgainNorKept() {
        String secret = create("viewer").path("secret").asText();
        assertThat(admin.get("/v1/keys?limit=200").response().body()).doesNotContain(secret.substring(20, 50));
        assertThat(kept(secret.substring(20, 50))).isZero();
        assertThat(kept(secret.substring(4, 16))).as("its public part").isPositive();
    }

    private int kept(String part) {
        return registry.wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select count(*) from (select k::text as kept from keys k"
                                + " union all select data from events) rows where kept like :part")
                        .bind("part", "%" + part + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aRevokedKeyStopsWithinFiveSecondsAlsoForWhoWaits() throws Exception {
        JsonNode made = create("viewer");
        Http holder = new Http(registry.address(), made.path("secret").asText());
        assertThat(holder.get("/v1/whoami").status()).isEqualTo(200);
        long head = holder.get("/v1/events?after=999999999").json().path("next").asLong();
        CompletableFuture<Http.Answer> waiting =
                CompletableFuture.supplyAsync(() -> holder.get("/v1/events?types=none&wait=20&after=" + head));
        Http.Answer revoked = admin.send("POST", "/v1/keys/" + made.path("id").asText() + "/revoke", null);
        assertThat(revoked.json().path("revokedAt").asText()).isNotEmpty();
        Eventually.until(Duration.ofSeconds(5), () -> holder.get("/v1/whoami").status() == 401);
        registry.council();
        assertThat(waiting.get(20, TimeUnit.SECONDS).status()).isEqualTo(401);
    }

    @Test
    void anybodyCanTakeBackTheKeyThatSheCallsWith() {
        Organisation supplier = registry.organisation(OrganisationKind.SUPPLIER);
        for (String key : List.of(registry.key(Role.VIEWER, council), registry.key(Role.EDITOR, supplier))) {
            RegistryClient client =
                    RegistryClient.builder(registry.address()).apiKey(key).build();
            assertThat(client.keys().giveBack().revokedAt()).isNotNull();
            Eventually.until(
                    Duration.ofSeconds(6),
                    () -> new Http(registry.address(), key).get("/v1/whoami").status() == 401);
        }
        Http anyone = new Http(registry.address(), null);
        assertThat(anyone.send("POST", "/v1/whoami/revoke", null).status()).isEqualTo(401);
    }

    @Test
    void everyBadCredentialIsAnsweredAlike() {
        String good = create("viewer").path("secret").asText();
        String wrongSecret = good.substring(0, 30) + (good.charAt(30) == 'a' ? 'b' : 'a') + good.substring(31);
        List<String> bad = List.of(
                "nonsense",
                "crk_",
                wrongSecret,
                good + "x",
                good.substring(1),
                KeyText.make(KeyText.Kind.KEY).written());
        List<String> bodies = bad.stream()
                .map(key -> new Http(registry.address(), key).get("/v1/whoami"))
                .peek(answer -> assertThat(answer.status()).isEqualTo(401))
                .peek(answer -> assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer"))
                .map(answer -> answer.response().body().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .distinct()
                .toList();
        assertThat(bodies).hasSize(1);
        Http.Answer basic = new Http(registry.address(), null).get("/v1/whoami", "Authorization", "Basic YTpi");
        assertThat(basic.status()).isEqualTo(401);
        assertThat(new Http(registry.address(), null)
                        .get("/v1/whoami?access_token=" + good)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAdministratorMakesNoSectorWideKeysAndNoneForOthers() {
        assertThat(admin.send("POST", "/v1/keys", "{\"label\":\"x\",\"role\":\"sector-admin\"}")
                        .status())
                .isEqualTo(403);
        String other = registry.council().slug();
        Http.Answer foreign = admin.send(
                "POST", "/v1/keys", "{\"label\":\"x\",\"role\":\"viewer\",\"organisation\":\"" + other + "\"}");
        assertThat(foreign.problem()).isEqualTo("not-your-organisation");
    }

    @Test
    void roleAndOrganisationOfAKeyFitTogether() {
        Http sector = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
        String own = ",\"organisation\":\"" + council.slug() + "\"";
        assertThat(refusedAt(sector, "\"role\":\"auditor\"" + own)).isEqualTo("/organisation");
        assertThat(refusedAt(sector, "\"role\":\"sector-admin\"" + own)).isEqualTo("/organisation");
        assertThat(refusedAt(sector, "\"role\":\"editor\"")).isEqualTo("/organisation");
        assertThat(refusedAt(sector, "\"role\":\"public\"")).isEqualTo("/role");
        assertThat(refusedAt(sector, "\"role\":\"viewer\",\"expiresAt\":\"2020-01-01T00:00:00Z\"" + own))
                .isEqualTo("/expiresAt");
        assertThat(made(sector, "\"role\":\"coordinator\"").has("organisation")).isFalse();
        assertThat(made(sector, "\"role\":\"coordinator\"" + own)
                        .path("organisation")
                        .path("slug")
                        .asText())
                .isEqualTo(council.slug());
        assertThat(made(sector, "\"role\":\"editor\"" + own).path("role").asText())
                .isEqualTo("editor");
        String end = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS) + "";
        assertThat(made(sector, "\"role\":\"auditor\",\"expiresAt\":\"" + end + "\"")
                        .path("expiresAt")
                        .asText())
                .isEqualTo(end);
    }

    private static Http.Answer ask(Http sector, String members) {
        return sector.send("POST", "/v1/keys", "{\"label\":\"x\"," + members + "}");
    }

    private static String refusedAt(Http sector, String members) {
        Http.Answer answer = ask(sector, members);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        return answer.pointer();
    }

    private static JsonNode made(Http sector, String members) {
        Http.Answer answer = ask(sector, members);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().path("key");
    }

    @Test
    void aListOfKeysIsWalkedPageByPage() {
        Organisation fresh = registry.council();
        String key = registry.key(Role.ORGANISATION_ADMIN, fresh);
        RegistryClient client =
                RegistryClient.builder(registry.address()).apiKey(key).build();
        List<UUID> made = IntStream.range(0, 3)
                .mapToObj(n -> client.keys().create(new KeyDraft("pipeline " + n, Role.VIEWER, null, null)))
                .map(CreatedKey::id)
                .toList();
        Http holder = new Http(registry.address(), key);
        JsonNode first = holder.get("/v1/keys?limit=2&total=true").json();
        assertThat(first.path("total").asInt()).isEqualTo(4);
        assertThat(first.path("items")).hasSize(2);
        JsonNode last = holder.get(
                        "/v1/keys?limit=2&cursor=" + first.path("next").asText())
                .json();
        assertThat(last.has("next")).isFalse();
        assertThat(client.keys().stream().map(Key::id).skip(1)).containsExactlyElementsOf(made);
        assertThat(last.path("items").valueStream().map(k -> k.path("id").asText()))
                .containsExactly(made.get(1).toString(), made.get(2).toString());
    }

    @Test
    void whoRepeatsARequestGetsTheSameKeyWithoutItsSecret() {
        String[] once = {"Idempotency-Key", UUID.randomUUID().toString()};
        String draft = "{\"label\":\"pipeline\",\"role\":\"viewer\"}";
        JsonNode made = admin.send("POST", "/v1/keys", draft, once).json();
        JsonNode repeated = admin.send("POST", "/v1/keys", draft, once).json();
        assertThat(repeated.path("id")).isEqualTo(made.path("id"));
        assertThat(repeated.has("secret")).isFalse();
        assertThat(steps(made.path("id").asText())).containsExactly("key.created");
        String[] twice = {"Idempotency-Key", UUID.randomUUID().toString()};
        String revoke = "/v1/keys/" + made.path("id").asText() + "/revoke";
        JsonNode revoked = admin.send("POST", revoke, null, twice).json();
        assertThat(admin.send("POST", revoke, null, twice).json()).isEqualTo(revoked);
    }

    @Test
    void aKeyIsTakenBackOnce() {
        JsonNode made = create("viewer");
        String revoke = "/v1/keys/" + made.path("id").asText() + "/revoke";
        assertThat(admin.send("POST", revoke, null, "If-Match", "\"7\"").status())
                .isEqualTo(412);
        JsonNode once = admin.send("POST", revoke, null).json();
        assertThat(once.path("version").asInt()).isEqualTo(2);
        assertThat(admin.send("POST", revoke, null).json()).isEqualTo(once);
        assertThat(steps(made.path("id").asText())).containsExactly("key.created", "key.revoked");
    }

    private List<String> steps(String id) {
        return registry.wiring()
                .databases()
                .jdbi()
                .withHandle(h -> h.createQuery("select type from events where subject_id = :id order by seq")
                        .bind("id", UUID.fromString(id))
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void keysOfOthersAreNotThere() {
        String id = create("viewer").path("id").asText();
        Http other = new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, registry.council()));
        assertThat(other.get("/v1/keys/" + id).status()).isEqualTo(404);
        assertThat(new Http(registry.address(), null).get("/v1/keys").status()).isEqualTo(401);
        assertThat(new Http(registry.address(), registry.key(Role.EDITOR, council))
                        .get("/v1/keys")
                        .status())
                .isEqualTo(403);
    }
}
