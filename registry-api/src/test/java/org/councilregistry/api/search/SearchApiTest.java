package org.councilregistry.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Band;
import org.councilregistry.schema.Facet;
import org.councilregistry.schema.Hit;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Mark;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OverlapCheck;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.councilregistry.schema.SearchPage;
import org.councilregistry.schema.Visibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding what others do, and being told of it before one starts; through the client, on an index of its own. */
class SearchApiTest {
    private static final RunningRegistry registry = RunningRegistry.own();
    private final Organisation leeds = registry.council();
    private final Organisation cardiff = registry.council();
    private RegistryClient asLeeds;
    private RegistryClient asCardiff;
    private RegistryClient anybody;

    @BeforeEach
    void connect() {
        asLeeds = client(registry.key(Role.EDITOR, leeds));
        asCardiff = client(registry.key(Role.EDITOR, cardiff));
        anybody = client(null);
        awaitReady();
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private RegistryClient client(String key) {
        return RegistryClient.builder(registry.address())
                .apiKey(key)
                .httpClient(new ValidatingHttpClient(HttpClient.newHttpClient()))
                .build();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + 30_000_000_000L;
        Http http = new Http(registry.address(), null);
        while (http.get("/readyz").status() != 200 && System.nanoTime() < deadline) Eventually.pause();
    }

    private static InitiativeDraft draft(String title, String summary) {
        return InitiativeDraftBuilder.builder()
                .title(title)
                .summary(summary)
                .phase(Phase.ALPHA)
                .build();
    }

    private Initiative publish(RegistryClient as, Organisation owner, String key, InitiativeDraft draft) {
        return as.initiatives().publish(owner.slug(), key, draft).initiative();
    }

    private void bins() {
        publish(
                asLeeds,
                leeds,
                "bins",
                draft("Report a missed bin", "Residents tell us when their bin was not collected."));
        publish(asLeeds, leeds, "parking", draft("Parking permits online", "Drivers buy permits without paper."));
        publish(
                asCardiff,
                cardiff,
                "welsh",
                draft("Casgliadau gwastraff T\u0177 a Gardd", "Ap i ddweud bod bin heb ei gasglu.")
                        .withLanguage("cy"));
    }

    @Test
    void aCouncilOfAnotherNameIsFoundWithItsWork() {
        Organisation council = registry.council();
        publish(client(registry.key(Role.EDITOR, council)), council, "w", draft("Walruses", "They bask."));
        Http admin = new Http(registry.address(), registry.key(Role.SECTOR_ADMIN, null));
        String path = "/v1/organisations/" + council.id();
        String slug = "renamed-" + council.slug();
        Http.Answer renamed = admin.send(
                "PATCH",
                path,
                "{\"slug\":\"" + slug + "\"}",
                "If-Match",
                admin.get(path).header("ETag"));
        assertThat(renamed.status()).as(renamed.response().body()).isEqualTo(200);
        Eventually.until(
                Duration.ofSeconds(20),
                () -> admin.get("/v1/search?q=walruses&total=true&organisation=" + slug)
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
    }

    @Test
    void whatWasPublishedIsFoundAtOnceByItsStemsTitlesFirst() {
        bins();
        List<Hit> hits =
                anybody.search().initiatives("missed bins collection").stream().toList();
        assertThat(hits).extracting(Hit::title).contains("Report a missed bin");
        assertThat(hits.get(0).title()).containsIgnoringCase("missed bin");
        assertThat(hits.get(0).highlights()).isNotEmpty();
        Mark first = hits.get(0).highlights().get(0).marks().get(0);
        String text = hits.get(0).highlights().get(0).text();
        assertThat(text.substring(first.from(), first.to())).isEqualToIgnoringCase("missed");
    }

    @Test
    void accentsAndWelshLettersMatchWithAndWithout() {
        bins();
        assertThat(anybody.search().initiatives("ty gardd").stream()).isNotEmpty();
        assertThat(anybody.search().initiatives("t\u0177 g\u00e2rdd").stream()).isNotEmpty();
    }

    @Test
    void aSelectedFacetNeverVanishes() {
        bins();
        SearchPage page =
                anybody.search().initiatives("bin").phase(Phase.RETIRED).page(10);
        assertThat(page.items()).isEmpty();
        Facet phase = page.facets().stream()
                .filter(f -> f.name().equals("phase"))
                .findFirst()
                .orElseThrow();
        assertThat(phase.options()).anyMatch(o -> o.value().equals("retired") && o.selected() && o.count() == 0);
        assertThat(phase.options()).anyMatch(o -> o.value().equals("alpha") && o.count() > 0 && !o.selected());
    }

    @Test
    void whatIsHiddenIsNeitherFoundNorCountedNorSuggested() {
        publish(
                asLeeds,
                leeds,
                "secret",
                draft("Zeppelin landing strip", "Quite secret.").withVisibility(Visibility.SECTOR));
        assertThat(anybody.search().everything("zeppelin").page(10).total()).isZero();
        assertThat(anybody.search().suggest("zepp")).isEmpty();
        assertThat(asCardiff.search().everything("zeppelin").page(10).total()).isEqualTo(1);
        assertThat(asCardiff.search().suggest("zepp")).hasSize(1);
        OverlapCheck check = anybody.overlaps().check(draft("Zeppelin landing strip", "Quite secret."));
        assertThat(check.matches()).noneMatch(m -> m.initiative().title().contains("Zeppelin"));
        assertThat(check.notCompared()).isNotNull();
    }

    @Test
    void whatIsWithdrawnIsGone() {
        Initiative zebra = publish(asLeeds, leeds, "zebra", draft("Zebra crossing lights", "Lights that blink."));
        assertThat(anybody.search().everything("zebra blink").stream()).hasSize(1);
        asLeeds.initiatives().withdraw(zebra.id(), "a duplicate");
        assertThat(anybody.search().everything("zebra blink").stream()).isEmpty();
    }

    @Test
    void hitsArePagedWithoutRepeats() {
        for (int i = 0; i < 25; i++) publish(asLeeds, leeds, "p" + i, draft("Pothole " + i, "Roads with potholes."));
        Http http = new Http(registry.address(), null);
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            var page = http.get("/v1/search?q=pothole&type=initiative&limit=7" + cursor)
                    .json();
            page.path("items").forEach(i -> ids.add(i.path("id").asText()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void aDraftIsToldWhoDoesTheSameAndWhy() {
        bins();
        publish(
                asLeeds,
                leeds,
                "stopped",
                draft("Missed bin robot", "A robot that collects a missed bin.")
                        .withPhase(Phase.STOPPED)
                        .withLearning("Bins were too heavy."));
        InitiativeDraft idea = draft("Missed bin reporting", "Residents report that their bin was not collected.")
                .withPhase(null);
        OverlapCheck check = anybody.overlaps().check(idea.withOrganisation(null));
        var match = check.matches().stream()
                .filter(m -> m.initiative().title().equals("Report a missed bin"))
                .findFirst()
                .orElseThrow();
        assertThat(match.band()).isIn(Band.SAME, Band.CLOSE);
        assertThat(match.reasons().get(0).text()).contains("missed bin");
        assertThat(check.matches())
                .anyMatch(m -> "Bins were too heavy.".equals(m.initiative().learning()));
        OverlapCheck own = asLeeds.overlaps().check(idea.withOrganisation(leeds.slug()));
        assertThat(own.matches())
                .noneMatch(m -> m.initiative().organisation().id().equals(leeds.id()));
        assertThat(own.ownMatches()).isPositive();
        assertThat(asLeeds.overlaps().check(idea, 10, true).matches()).isNotEmpty();
    }

    @Test
    void publishingSaysWhoDoesTheSame() {
        bins();
        var published = asCardiff
                .initiatives()
                .publish(
                        cardiff.slug(),
                        "mine",
                        draft("Missed bin reports", "Residents report a bin that was not collected."));
        assertThat(published.matches()).extracting(m -> m.initiative().title()).contains("Report a missed bin");
    }

    @Test
    void anUnrelatedDraftMatchesNothing() {
        bins();
        assertThat(anybody.overlaps()
                        .check(draft("Choir rehearsal rooms", "Singers book a hall."))
                        .matches())
                .isEmpty();
    }

    @Test
    void aLostOrBrokenIndexIsBuiltAgain() throws IOException {
        bins();
        registry.stop();
        Path index = registry.folder().resolve("index");
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) Files.write(file, new byte[] {1, 2, 3});
        }
        registry.restart();
        connect();
        assertThat(anybody.search().initiatives("missed bin").stream()).isNotEmpty();
    }

    @Test
    void anIndexThatIsNewerThanItsDatabaseIsBuiltAgain() {
        bins();
        Http reader = new Http(registry.address(), null);
        Eventually.until(
                Duration.ofSeconds(20),
                () -> reader.get("/v1/events?after=999999999")
                                .json()
                                .path("next")
                                .asLong()
                        > 3);
        // ready again, the index has followed the log as far as it is sealed
        registry.stop();
        registry.restart();
        connect();
        registry.owner().useTransaction(h -> {
            h.execute("set local session_replication_role = replica");
            h.execute("update initiatives set title = 'Restored title' where slug = 'report-a-missed-bin'");
            h.execute("delete from event_queue");
            h.execute("delete from event_seals where position > 3");
        });
        registry.stop();
        registry.restart();
        connect();
        assertThat(anybody.search().initiatives("restored title").stream()).isNotEmpty();
    }
}
