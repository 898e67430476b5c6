package org.councilregistry.api.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.councilregistry.client.RegistryClient;
import org.councilregistry.schema.Initiative;
import org.councilregistry.schema.InitiativeDraft;
import org.councilregistry.schema.InitiativeDraftBuilder;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Overlap;
import org.councilregistry.schema.Phase;
import org.councilregistry.schema.Role;
import org.jspecify.annotations.Nullable;

/** What the tests of pairs do alike, on a registry of their own. */
final class PairCalls implements AutoCloseable {
    final RunningRegistry registry;
    final RegistryClient coordinator;
    final RegistryClient anybody;

    /** Pairs by words alone: words that nobody uses keep tests apart. */
    PairCalls() {
        this(RunningRegistry.byWordsAlone());
    }

    PairCalls(RunningRegistry registry) {
        this.registry = registry;
        this.coordinator = client(registry.key(Role.COORDINATOR, null));
        this.anybody = client(null);
        Http http = new Http(registry.address(), null);
        until(() -> http.get("/readyz").status() == 200);
    }

    /** A council with a key for an editor. */
    record Council(Organisation organisation, String key, RegistryClient editor) {}

    Council council() {
        Organisation organisation = registry.council();
        String key = registry.key(Role.EDITOR, organisation);
        return new Council(organisation, key, client(key));
    }

    RegistryClient client(@Nullable String key) {
        return RegistryClient.builder(registry.address())
                .apiKey(key)
                .httpClient(new ValidatingHttpClient(HttpClient.newHttpClient()))
                .build();
    }

    static InitiativeDraft draft(String title, String problem) {
        return InitiativeDraftBuilder.builder()
                .title(title)
                .summary(title + " for everybody.")
                .problem(problem)
                .phase(Phase.ALPHA)
                .build();
    }

    /** Work about words of its own, so that the tests' records make no pairs with each other's. */
    static InitiativeDraft about(String word) {
        return draft(
                word + "a " + word + "b " + word + "c",
                String.join(" ", word + "d", word + "f", word + "g", word + "h", word + "k"));
    }

    Initiative publish(Council council, String key, InitiativeDraft draft) {
        return council.editor()
                .initiatives()
                .publish(council.organisation().slug(), key, draft)
                .initiative();
    }

    /** Waits until everything that was written has been compared. */
    void settle() {
        Http http = new Http(registry.address(), registry.key(Role.AUDITOR, null));
        var databases = registry.wiring().databases();
        until(() -> databases
                .jdbi()
                .withHandle(h -> h.createQuery(
                                "select not exists (select 1 from event_queue) and not exists (select 1 from overlap_queue)"
                                        + " and (select coalesce(max(position), 0) from event_seals)"
                                        + " = (select position from projections where name = 'overlaps')")
                        .mapTo(Boolean.class)
                        .one()));
        assertThat(http.get("/v1/overlaps").status()).isEqualTo(200);
    }

    static void until(BooleanSupplier done) {
        Eventually.until(Duration.ofSeconds(30), done);
    }

    static List<Overlap> pairsOf(RegistryClient reader, Initiative initiative) {
        return reader.overlaps().all().stream()
                .filter(o ->
                        o.left().id().equals(initiative.id()) || o.right().id().equals(initiative.id()))
                .toList();
    }

    static Overlap one(RegistryClient reader, Initiative initiative) {
        List<Overlap> pairs = pairsOf(reader, initiative);
        assertThat(pairs).hasSize(1);
        return pairs.get(0);
    }

    /** The types of the events about a record that a key sees, in order. */
    List<String> events(@Nullable String key, Object subject) {
        Http http = new Http(registry.address(), key);
        List<String> types = new ArrayList<>();
        for (JsonNode event :
                http.get("/v1/events?types=overlap&limit=1000").json().path("items")) {
            if (event.at("/subject/id").asText().equals(subject.toString()))
                types.add(event.path("type").asText());
        }
        return types;
    }

    @Override
    public void close() {
        registry.close();
    }
}
