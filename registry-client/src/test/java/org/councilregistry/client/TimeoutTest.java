package org.councilregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.councilregistry.client.FakeServer.drip;
import static org.councilregistry.client.FakeServer.json;
import static org.councilregistry.client.FakeServer.silence;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing hangs, whatever the other side does. */
class TimeoutTest {
    private static RegistryClient client(FakeServer server) {
        return RegistryClient.builder(server.address())
                .timeouts(Duration.ofMillis(900), Duration.ofMillis(300))
                .build();
    }

    private static Duration time(Runnable call) {
        long start = System.nanoTime();
        assertThat(catchThrowableOfType(RegistryException.class, call::run)).hasMessageContaining("did not answer");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aSilentServerIsLeftAfterTheWholeCallsTime() {
        try (FakeServer server = new FakeServer(silence())) {
            assertThat(time(client(server)::whoami)).isLessThan(Duration.ofSeconds(15));
            assertThat(server.requests()).hasSizeBetween(1, 3);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsLeftToo() {
        try (FakeServer server = new FakeServer(drip())) {
            assertThat(time(client(server)::whoami)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void aLongPollMayTakeItsWaitLonger() {
        FakeServer.Answer late = (exchange, closing) -> {
            try {
                TimeUnit.MILLISECONDS.sleep(700);
            } catch (InterruptedException e) {
                return;
            }
            json(200, "{\"items\":[],\"next\":7,\"more\":false}").to(exchange, closing);
        };
        try (FakeServer server = new FakeServer(late)) {
            assertThat(client(server).events().read(7, 10, 1).next()).isEqualTo(7);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anInterruptedCallEndsAndLeavesTheMark() throws Exception {
        try (FakeServer server = new FakeServer(silence())) {
            CompletableFuture<Boolean> marked = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                assertThatThrownBy(() -> server.client().whoami()).isInstanceOf(RegistryException.class);
                marked.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            while (server.requests().isEmpty()) Thread.onSpinWait();
            caller.interrupt();
            assertThat(marked.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
