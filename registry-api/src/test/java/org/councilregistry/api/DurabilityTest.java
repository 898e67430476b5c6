package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Trees;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** An acknowledged write is durable: also when the service, the database or both are killed. */
class DurabilityTest {
    private static final int WRITERS = 4;
    private static final int WRITES_A_ROUND = 500;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void acknowledgedWritesSurviveTheDeathOfServiceAndDatabase() throws Exception {
        Path folder = Template.copy();
        try (ServiceProcess service = new ServiceProcess(folder)) {
            service.awaitReady();
            String key = key(folder);

            round(service, key, () -> service.postmaster().destroyForcibly());
            service.awaitReady();
            assertNothingIsLost(service);

            round(service, key, () -> {
                ProcessHandle postmaster = service.postmaster();
                service.kill();
                postmaster.destroyForcibly();
            });
            service.restart();
            assertNothingIsLost(service);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * WRITES_A_ROUND);

            service.stop();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!service.leftRunning().isEmpty() && System.nanoTime() < deadline) Eventually.pause();
            assertThat(service.leftRunning()).isEmpty();
        }
        Trees.delete(folder);
    }

    private static String key(Path folder) {
        try (Wiring beside = RunningRegistry.parts(folder)) {
            KeyDraft draft = new KeyDraft("test", Role.SECTOR_ADMIN, null, null);
            return String.valueOf(
                    beside.keys().create(Caller.system("test"), draft).secret());
        }
    }

    private interface Kill {
        void run() throws Exception;
    }

    private void round(ServiceProcess service, String key, Kill kill) throws Exception {
        int before = acknowledged.size();
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            Thread writer = new Thread(() -> write(new Http(service.address(), key), killed));
            writers.add(writer);
            writer.start();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < before + WRITES_A_ROUND && System.nanoTime() < deadline) Eventually.pause();
        kill.run();
        killed.set(true);
        for (Thread writer : writers) writer.join(30_000);
    }

    private void write(Http http, AtomicBoolean killed) {
        while (!killed.get()) {
            String name = "written " + Thread.currentThread().getId() + " " + System.nanoTime();
            try {
                Http.Answer answer =
                        http.send("POST", "/v1/organisations", "{\"name\":\"" + name + "\",\"kind\":\"other\"}");
                if (answer.status() == 201)
                    acknowledged.add(answer.json().path("id").asText());
            } catch (UncheckedIOException e) {
                Eventually.pause();
            }
        }
    }

    /** A page, asked for again while the database comes back; what is refused must not look like the end. */
    private static JsonNode page(Http http, String path) {
        Http.Answer answer = http.get(path);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (answer.status() == 503 && System.nanoTime() < deadline) {
            Eventually.pause();
            answer = http.get(path);
        }
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private void assertNothingIsLost(ServiceProcess service) {
        Http http = new Http(service.address(), null);
        List<String> kept = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = page(http, "/v1/organisations?limit=200" + cursor);
            page.path("items").forEach(o -> kept.add(o.path("id").asText()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(kept).containsAll(acknowledged);
    }
}
