package org.councilregistry.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.councilregistry.api.Eventually;
import org.councilregistry.api.Http;
import org.councilregistry.api.RunningRegistry;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that accepts connections and says nothing: the worst there is, because nothing fails by itself. */
class FrozenDatabaseTest {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final RunningRegistry registry = RunningRegistry.byWordsAlone();
    private final Organisation council = registry.council();
    private final Http editor = new Http(registry.address(), registry.key(Role.EDITOR, council));

    @AfterEach
    void thawAndClose() throws Exception {
        signal("-CONT");
        registry.close();
    }

    /** To the database's processes, which this test's registry has started. */
    private void signal(String signal) throws IOException, InterruptedException {
        String first = Files.readAllLines(registry.folder().resolve("postgres/cluster/postmaster.pid"))
                .get(0);
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> String.valueOf(process.pid()))
                .forEach(command::add);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private Http.Answer publish(int n) {
        return editor.send(
                "PUT",
                "/v1/organisations/" + council.slug() + "/initiatives/f" + n,
                "{\"title\":\"Work " + n + "\",\"summary\":\"What it does.\",\"phase\":\"alpha\"}");
    }

    /** An answer and how long it took. */
    private record Timed(Http.Answer answer, Duration took) {}

    private static Timed timed(Supplier<Http.Answer> call) {
        long begun = System.nanoTime();
        Http.Answer answer = call.get();
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - begun));
    }

    @Test
    void everyRequestEndsAndTheServiceRecoversByItself() throws Exception {
        for (int n = 0; n < 10; n++) assertThat(publish(n).status()).isEqualTo(200);
        signal("-STOP");
        List<CompletableFuture<Timed>> calls = IntStream.range(0, 24)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> timed(() -> n % 2 == 0 ? publish(100 + n) : editor.get("/v1/initiatives?limit=1"))))
                .toList();
        Timed alive = timed(() -> editor.get("/livez"));
        assertThat(alive.answer().status()).isEqualTo(200);
        assertThat(alive.took()).isLessThan(Duration.ofSeconds(1));
        for (CompletableFuture<Timed> call : calls) {
            Timed ended = call.join();
            assertThat(ended.answer().status()).isEqualTo(503);
            assertThat(ended.answer().header("Retry-After")).isNotEmpty();
            assertThat(ended.took()).isLessThan(MOST);
        }
        assertThat(timed(() -> editor.get("/readyz")).took()).isLessThan(MOST);
        signal("-CONT");
        Eventually.until(Duration.ofSeconds(20), () -> editor.get("/readyz").status() == 200);
        Eventually.until(Duration.ofSeconds(20), () -> publish(200).status() == 200);
        for (int n = 0; n < 10; n++) {
            assertThat(publish(n).json().path("outcome").asText()).isEqualTo("unchanged");
        }
    }
}
