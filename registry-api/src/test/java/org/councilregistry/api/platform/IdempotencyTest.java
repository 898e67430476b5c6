package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Entity;
import org.councilregistry.schema.ProblemType;
import org.councilregistry.schema.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request that carries an Idempotency-Key has one effect, however often and however fast it is repeated. */
class IdempotencyTest {
    private final Databases databases = RunningRegistry.shared().wiring().databases();
    private final AtomicInteger effects = new AtomicInteger();

    /** What a request leaves. */
    private record Thing(UUID id, int version) implements Entity {}

    private static Caller caller(@Nullable UUID key, @Nullable String idempotencyKey, String body) {
        byte[] hash = Sha256.digest().digest(body.getBytes(StandardCharsets.UTF_8));
        return new Caller(
                key,
                Role.EDITOR,
                null,
                Standing.USUAL,
                List.of(),
                null,
                new Caller.Request("test", idempotencyKey, hash));
    }

    private static Optional<Thing> later(UUID id) {
        return Optional.of(new Thing(id, 7));
    }

    private Thing effect(Handle tx) {
        assertThat(tx.isInTransaction()).isTrue();
        return new Thing(Ids.next(), effects.incrementAndGet());
    }

    private Thing write(Caller caller) {
        return databases.write(caller, IdempotencyTest::later, this::effect);
    }

    private ProblemType refusal(Caller caller) {
        try {
            throw new AssertionError(write(caller) + " was not refused");
        } catch (ProblemException refused) {
            return refused.type();
        }
    }

    @Test
    void aRepeatedRequestIsAnsweredWithTheRecordAsItIsNow() {
        Caller caller = caller(UUID.randomUUID(), "a", "body");
        Thing first = write(caller);
        assertThat(first.version()).isEqualTo(1);
        assertThat(write(caller)).isEqualTo(new Thing(first.id(), 7));
        assertThat(effects).hasValue(1);
    }

    @Test
    void withoutAKeyOrACallerEachRequestHasItsEffect() {
        for (Caller caller : new Caller[] {caller(UUID.randomUUID(), null, "body"), caller(null, "a", "body")}) {
            assertThat(write(caller).id()).isNotEqualTo(write(caller).id());
        }
        assertThat(effects).hasValue(4);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherRequest() {
        assertThat(write(caller(UUID.randomUUID(), "a", "body")).version()).isEqualTo(1);
        assertThat(write(caller(UUID.randomUUID(), "a", "body")).version()).isEqualTo(2);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        UUID key = UUID.randomUUID();
        write(caller(key, "a", "body"));
        assertThat(refusal(caller(key, "a", "another"))).isEqualTo(ProblemType.IDEMPOTENCY_MISMATCH);
        assertThat(effects).hasValue(1);
    }

    @Test
    void whatFailedHasNoEffectAndMayBeTriedAgain() {
        Caller caller = caller(UUID.randomUUID(), "a", "body");
        assertThatThrownBy(() -> databases.write(caller, IdempotencyTest::later, tx -> {
                    throw new IllegalStateException("failed on the way");
                }))
                .hasMessage("failed on the way");
        assertThat(write(caller).version()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsGoneIsSaidToBe() {
        Caller caller = caller(UUID.randomUUID(), "a", "body");
        write(caller);
        assertThatThrownBy(() -> databases.write(caller, id -> Optional.<Thing>empty(), this::effect))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void afterADayTheKeyIsFree() {
        UUID key = UUID.randomUUID();
        Thing first = write(caller(key, "a", "body"));
        databases
                .jdbi()
                .useHandle(h -> h.execute(
                        "update idempotency_keys set created_at = now() - interval '25 hours' where caller = ?", key));
        Thing second = write(caller(key, "a", "another"));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(write(caller(key, "a", "another")).id()).isEqualTo(second.id());
    }

    @Test
    void whoRepeatsWhileTheFirstIsUnderWayIsToldSo() throws Exception {
        Caller caller = caller(UUID.randomUUID(), "a", "body");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Thing> first = other.submit(() -> databases.write(caller, IdempotencyTest::later, tx -> {
                begun.countDown();
                await(end);
                return effect(tx);
            }));
            await(begun);
            assertThat(refusal(caller)).isEqualTo(ProblemType.IDEMPOTENCY_IN_PROGRESS);
            end.countDown();
            UUID made = first.get(20, TimeUnit.SECONDS).id();
            assertThat(write(caller).id()).isEqualTo(made);
        } finally {
            end.countDown();
            other.shutdownNow();
        }
        assertThat(effects).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("nothing came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
