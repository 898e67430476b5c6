package org.councilregistry.faults;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.councilregistry.api.Http;

/** A caller who reads and writes by hand during a fault, and looks at how she is answered. */
final class Probe implements Runnable {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Http http;
    private final String path;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private volatile boolean running = true;
    private int sent;

    Probe(URI address, String council, String key) {
        this.http = new Http(address, key);
        this.path = "/v1/organisations/" + council + "/initiatives/probe";
    }

    void stop() {
        running = false;
    }

    /** Answers that should not have been. */
    Queue<String> failures() {
        return failures;
    }

    /** How often the answer was 503 with Retry-After. */
    int unavailable() {
        return unavailable.get();
    }

    @Override
    public void run() {
        while (running) {
            sent++;
            String body = "{\"title\":\"Probe\",\"summary\":\"Number " + sent + "\",\"phase\":\"alpha\"}";
            take(() -> http.send("PUT", path, body));
            take(() -> http.get("/v1/initiatives?limit=1"));
            Scene.pause(50);
        }
    }

    private void take(Supplier<Http.Answer> call) {
        long begun = System.nanoTime();
        try {
            Http.Answer answer = call.get();
            boolean later =
                    answer.status() == 503 && !answer.header("Retry-After").isEmpty();
            if (later) unavailable.incrementAndGet();
            if (answer.status() != 200 && !later) {
                failures.add(call(answer) + " was answered " + answer.status() + " " + answer.problem());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (took.compareTo(MOST) > 0)
                failures.add(call(answer) + " took " + took.toMillis() + " ms, " + answer.status());
        } catch (UncheckedIOException e) {
            // a service that is killed says nothing
            Scene.pause(50);
        }
    }

    private static String call(Http.Answer answer) {
        return "the probe's " + answer.response().request().method();
    }
}
