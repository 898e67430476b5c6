package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jersey.validation.Validators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.councilregistry.api.backups.Backup;
import org.councilregistry.api.checkpoints.CheckpointKey;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Migrations;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.api.platform.Trees;
import org.councilregistry.client.RegistryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Every secret that goes through a service at its most talkative is looked for wherever it writes. What is planted beside them
 * is found by the same search, so that it would find them.
 */
class SecretsTest {
    private static final String SECRET =
            "rootsecret" + Long.toString(System.nanoTime(), 36).repeat(4);
    private static final String MARKER = "planted" + Long.toString(System.nanoTime(), 36);

    @TempDir
    static Path saved;

    private static Path folder;
    private static ServiceProcess service;
    private static int adminPort;
    private static String made;
    private static String invitation = "";
    private static String wrong;
    private static String password;

    /** What was written, by the place where it was. */
    private static final Map<String, String> places = new LinkedHashMap<>();

    @BeforeAll
    static void talk() throws Exception {
        folder = RunningRegistry.emptyFolder();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            adminPort = free.getLocalPort();
        }
        service = new ServiceProcess(
                folder,
                Map.of(
                        "REGISTRY_SECRET",
                        SECRET,
                        "REGISTRY_MEANINGS",
                        "false",
                        "REGISTRY_LOG_LEVEL",
                        "DEBUG",
                        "REGISTRY_ADMIN_PORT",
                        "" + adminPort));
        service.awaitReady();
        password = Files.readString(folder.resolve("postgres/password")).strip();
        String first = service.key("sector-admin");
        Http admin = new Http(service.address(), first);
        Http.Answer key = admin.send("POST", "/v1/keys", "{\"label\":\"" + MARKER + "\",\"role\":\"auditor\"}");
        made = key.json().path("secret").asText();
        invitation = admin.send("POST", "/v1/members", "{\"role\":\"auditor\",\"name\":\"" + MARKER + "\"}")
                .json()
                .path("invitation")
                .asText();
        wrong = made.substring(0, 20) + new StringBuilder(made.substring(20)).reverse();
        answers(admin);
        publish(admin);
        Http auditor = new Http(service.address(), made);
        places.put("export", text(auditor.get("/v1/exports/events.jsonl")));
        places.put("feed", text(auditor.get("/v1/events?limit=1000")));
        places.put("keys", text(auditor.get("/v1/keys")));
        adminPages();
        files();
        String requests = Files.readString(folder.resolve("requests.log"));
        places.put("log", Files.readString(folder.resolve("service.log")) + requests);
    }

    @AfterAll
    static void close() throws IOException {
        service.close();
        Trees.delete(folder);
    }

    private static void publish(Http admin) {
        String council = "{\"name\":\"" + MARKER + "\",\"kind\":\"unitary\"}";
        String slug = admin.send("POST", "/v1/organisations", council)
                .json()
                .path("slug")
                .asText();
        String work = "{\"title\":\"" + MARKER + "\",\"summary\":\"Work.\",\"phase\":\"alpha\"}";
        Http.Answer published = admin.send("PUT", "/v1/organisations/" + slug + "/initiatives/a", work);
        assertThat(published.status()).as(published.response().body()).isEqualTo(200);
        Http anybody = new Http(service.address(), null);
        Eventually.until(
                Duration.ofSeconds(30),
                () -> anybody.get("/v1/search?q=" + MARKER).json().path("items").size() > 0
                        && text(admin.get("/v1/events?limit=1000")).contains("initiative.published"));
    }

    private static String text(Http.Answer answer) {
        return answer.response().headers() + answer.response().body();
    }

    /** Credentials of all kinds, where they should be and where they should not. */
    private static void answers(Http admin) {
        Http anybody = new Http(service.address(), null);
        List<Http.Answer> answers = new ArrayList<>(List.of(
                new Http(service.address(), wrong).get("/v1/whoami", "User-Agent", MARKER),
                new Http(service.address(), SECRET).get("/v1/whoami"),
                new Http(service.address(), made).send("POST", "/v1/services", "{}"),
                new Http(service.address(), made).send("POST", "/v1/initiatives", "{\"" + MARKER),
                anybody.get("/v1/whoami", "Authorization", "Basic " + made),
                anybody.get("/v1/whoami", "Cookie", "key=" + made),
                anybody.get("/v1/events?" + MARKER + "=1"),
                anybody.get("/v1/keys?key=" + made),
                anybody.get("/v1/initiatives?api_key=" + made),
                anybody.get("/initiatives?key=" + made),
                anybody.get("/initiatives?invitation=" + invitation),
                admin.get("/v1/members"),
                admin.send("POST", "/v1/members/join", "{\"invitation\":\"" + invitation + "\"}"),
                admin.get("/v1/whoami")));
        places.put("answers", answers.stream().map(SecretsTest::text).reduce("", String::concat));
    }

    private static void adminPages() throws Exception {
        HttpClient operator = HttpClient.newHttpClient();
        StringBuilder pages = new StringBuilder();
        for (String page : List.of("/", "/metrics", "/metrics/prometheus", "/healthcheck", "/threads", "/ping")) {
            URI address = URI.create("http://127.0.0.1:" + adminPort + page);
            HttpResponse<String> answer =
                    operator.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            pages.append(answer.headers()).append(answer.body());
        }
        places.put("admin pages", pages.toString());
    }

    private static void files() throws Exception {
        places.put("index", all(folder.resolve("index")));
        new Backup(target(), new Secrets(SECRET)).into(saved.resolve("backup"), line -> {});
        places.put("backup", all(saved.resolve("backup")));
    }

    private static String all(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (file.toString().endsWith(".gz")) {
                    bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
                }
                all.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
            }
        }
        return all.toString();
    }

    private static Migrations.Target target() throws IOException {
        String port = Files.readString(folder.resolve("postgres/port")).strip();
        return new Migrations.Target("jdbc:postgresql://127.0.0.1:" + port + "/registry", "registry", password);
    }

    /** Every secret, by its name, in every form in which it could rest. */
    private static Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("the key", made.substring(17, 60));
        secrets.put("a wrong key", wrong.substring(20));
        secrets.put("an invitation", invitation.substring(17, 60));
        secrets.put("the root secret", SECRET);
        secrets.put("the database's password", password);
        byte[] seed = new Secrets(SECRET).mac("checkpoints", new byte[0]);
        secrets.put("the signing key", HexFormat.of().formatHex(seed));
        secrets.put("the signing key in Base64", Base64.getEncoder().encodeToString(seed));
        return secrets;
    }

    /** By whom a line of the log was written. */
    private static String logger(String line) {
        return line.replaceFirst(".*\"logger\":\"([\\w.]+)\".*|.*", " $1").stripTrailing();
    }

    @Test
    void noSecretRestsAnywhereInClear() throws Exception {
        Databases databases = databases();
        TreeSet<String> found = new TreeSet<>();
        secrets().forEach((name, secret) -> {
            places.forEach((place, said) -> said.lines()
                    .filter(line -> line.contains(secret))
                    .forEach(line -> found.add(name + " in " + place + logger(line))));
            Everywhere.tables(databases, secret).forEach(table -> found.add(name + " in " + table));
        });
        assertThat(found).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsPlanted() throws Exception {
        assertThat(places)
                .hasSize(8)
                .allSatisfy((place, said) -> assertThat(said).as(place).isNotBlank());
        List<String> planted = List.of("log", "answers", "export", "feed", "keys", "backup", "index");
        assertThat(planted)
                .allSatisfy(place -> assertThat(places.get(place)).as(place).contains(MARKER));
        assertThat(places.get("admin pages")).contains("meanings.waiting", "meanings_waiting");
        assertThat(places.get("log")).as("the service talks of everything").contains("DEBUG");
        assertThat(Everywhere.tables(databases(), MARKER)).contains("keys", "events", "initiatives");
        assertThat(made).as("shown this once").startsWith("crk_");
        assertThat(invitation).as("shown this once").startsWith("cri_");
    }

    @Test
    void nothingThatHoldsASecretSaysIt() throws Exception {
        String settings =
                "{secret: " + SECRET + ", database: {url: x, user: y, password: " + password + ", connections: 8}}";
        RegistryConfiguration configuration = new YamlConfigurationFactory<>(
                        RegistryConfiguration.class,
                        Validators.newValidator(),
                        new Bootstrap<>(new RegistryApplication()).getObjectMapper(),
                        "dw")
                .build((path) -> new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)), "settings");
        assertThat(configuration.secret()).isEqualTo(SECRET);
        RegistryClient.Builder builder =
                RegistryClient.builder(service.address()).apiKey(made);
        String said = configuration + " " + configuration.database() + " " + target() + " " + builder + " "
                + builder.build() + " " + new CheckpointKey(new Secrets(SECRET));
        assertThat(said).contains("RegistryClient[Settings[http");
        secrets().values().forEach(secret -> assertThat(said).doesNotContain(secret));
    }

    private static Databases databases() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(target().url());
        source.setUser(target().user());
        source.setPassword(target().password());
        return new Databases(source);
    }
}
