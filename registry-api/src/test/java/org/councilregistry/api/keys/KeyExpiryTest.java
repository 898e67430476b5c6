package org.councilregistry.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** Owners are warned before their keys stop working. */
class KeyExpiryTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Organisation council = registry.council();
    private final Http admin = new Http(registry.address(), registry.key(Role.ORGANISATION_ADMIN, council));

    /** A key made a year ago that has so many days left. */
    private String key(int days) {
        Instant end = Instant.now().plus(Duration.ofDays(days)).minusSeconds(60);
        String id = registry.wiring()
                .keys()
                .create(Caller.system("test"), new KeyDraft("old", Role.VIEWER, council.slug(), end))
                .id()
                .toString();
        registry.wiring()
                .databases()
                .jdbi()
                .useHandle(h -> h.createUpdate("update keys set created_at = now() - interval '1 year' where id = :id")
                        .bind("id", UUID.fromString(id))
                        .execute());
        return id;
    }

    private List<String> warned(String id) {
        return admin.get("/v1/events?types=key.expiring&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(e -> e.path("subject").path("id").asText().equals(id))
                .map(e -> e.path("reason").asText())
                .toList();
    }

    @Test
    void eachWarningComesOnceHoweverManyNodesThereAre() {
        String month = key(30);
        String week = key(7);
        String year = key(200);
        KeyExpiry expiry = new KeyExpiry(registry.wiring().databases(), new EventService());
        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(expiry::warn))
                .toList();
        nodes.forEach(CompletableFuture::join);
        expiry.warn();
        Eventually.until(
                Duration.ofSeconds(20),
                () -> warned(month).size() == 1 && warned(week).size() == 1);
        assertThat(warned(year)).isEmpty();
        registry.wiring()
                .databases()
                .jdbi()
                .useHandle(h -> h.execute(
                        "update keys set expires_at = now() + interval '20 hours' where id = cast(? as uuid)", week));
        expiry.warn();
        Eventually.until(Duration.ofSeconds(20), () -> warned(week).size() == 2);
        String then = " Make another, then take this one back.";
        assertThat(warned(week))
                .containsExactly("It stops working within 7 days." + then, "It stops working within 1 day." + then);
        assertThat(warned(month)).containsExactly("It stops working within 30 days." + then);
    }
}
