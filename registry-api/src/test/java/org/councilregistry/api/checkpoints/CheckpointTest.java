package org.councilregistry.api.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.schema.Checkpoint;
import org.junit.jupiter.api.Test;

/** The end of the log is signed, published and kept; and only its signer can make a signature. */
class CheckpointTest {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Databases databases = registry.wiring().databases();
    private final CheckpointKey key = new CheckpointKey(registry.wiring().secrets());
    private final Checkpoints checkpoints = new Checkpoints(databases, key);
    private final Http anybody = new Http(registry.address(), null);

    private static CheckpointDao.Place place(long position) {
        return new CheckpointDao.Place(position, "ab".repeat(32), Instant.parse("2026-11-26T12:00:00Z"));
    }

    private Checkpoint signedNow() {
        registry.council();
        Checkpoint[] made = new Checkpoint[1];
        Eventually.until(Duration.ofSeconds(20), () -> {
            checkpoints.sign().ifPresent(c -> made[0] = c);
            return made[0] != null;
        });
        return made[0];
    }

    @Test
    void theFeedCarriesTheLatestOne() {
        Checkpoint made = signedNow();
        JsonNode carried = anybody.get("/v1/events?limit=1").json().path("checkpoint");
        assertThat(carried.path("position").asLong()).isGreaterThanOrEqualTo(made.position());
        assertThat(carried.path("publicKey").asText()).isEqualTo(key.publicKey());
        JsonNode listed = anybody.get("/v1/checkpoints?limit=200").json().path("items");
        assertThat(listed)
                .anySatisfy(c -> assertThat(c.path("signature").asText()).isEqualTo(made.signature()));
    }

    @Test
    void aServiceSignsItsFirstOneByItself() {
        try (RunningRegistry own = RunningRegistry.byWordsAlone()) {
            own.council();
            Http reader = new Http(own.address(), null);
            Eventually.until(
                    Duration.ofSeconds(30),
                    () -> reader.get("/v1/events").json().has("checkpoint"));
            JsonNode page = reader.get("/v1/events").json();
            JsonNode covered = page.path("items")
                    .path(page.path("checkpoint").path("position").asInt() - 1);
            assertThat(page.path("checkpoint").path("hash")).isEqualTo(covered.path("hash"));
        }
    }

    @Test
    void nobodySignsWhatHasNotMovedOrTwiceAMinute() {
        Checkpoint made = signedNow();
        registry.council();
        CheckpointDao dao = databases.read(CheckpointDao.class);
        assertThat(dao.due(3_600)).isEmpty();
        Eventually.until(
                Duration.ofSeconds(20),
                () -> dao.due(0)
                        .filter(place -> place.position() > made.position())
                        .isPresent());
    }

    @Test
    void nodesThatSignAtOnceSignOnce() throws Exception {
        signedNow();
        registry.council();
        CheckpointDao dao = databases.read(CheckpointDao.class);
        Eventually.until(Duration.ofSeconds(20), () -> dao.due(0).isPresent());
        long before = dao.count();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Object>> signing = Collections.nCopies(4, checkpoints::sign);
        for (var done : nodes.invokeAll(signing)) done.get();
        nodes.shutdown();
        assertThat(dao.count()).isGreaterThan(before);
        long distinct = databases
                .jdbi()
                .withHandle(h -> h.createQuery("select count(distinct position) from checkpoints")
                        .mapTo(Long.class)
                        .one());
        assertThat(dao.count()).isEqualTo(distinct);
    }

    @Test
    void theDatabaseRefusesToChangeOne() {
        signedNow();
        for (String change :
                List.of("update checkpoints set at = now()", "delete from checkpoints", "truncate table checkpoints")) {
            assertThatThrownBy(() -> registry.owner().useHandle(h -> h.execute(change)))
                    .hasMessageContaining("events are kept");
        }
    }

    @Test
    void aSignatureHoldsForNothingElse() {
        Checkpoint made = key.sign(place(7));
        assertThat(CheckpointKey.signed(made)).isTrue();
        Checkpoint other = key.sign(place(8));
        assertThat(CheckpointKey.signed(new Checkpoint(8, made.hash(), made.at(), made.signature(), made.publicKey())))
                .isFalse();
        assertThat(CheckpointKey.signed(
                        new Checkpoint(7, "cd".repeat(32), made.at(), made.signature(), made.publicKey())))
                .isFalse();
        assertThat(CheckpointKey.signed(
                        new Checkpoint(7, made.hash(), made.at().plusSeconds(1), made.signature(), made.publicKey())))
                .isFalse();
        assertThat(CheckpointKey.signed(new Checkpoint(7, made.hash(), made.at(), other.signature(), made.publicKey())))
                .isFalse();
        assertThat(CheckpointKey.signed(new Checkpoint(7, made.hash(), made.at(), "%", "%")))
                .isFalse();
    }

    /** The first test of RFC 8032, section 7.1: the public key of a seed is what every other program makes of it. */
    @Test
    void theKeyIsWhatTheStandardSays() {
        CheckpointKey known = new CheckpointKey(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        byte[] encoded = Base64.getDecoder().decode(known.publicKey());
        assertThat(HexFormat.of().formatHex(encoded))
                .isEqualTo("302a300506032b6570032100"
                        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }
}
