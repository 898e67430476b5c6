package org.councilregistry.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Ten times as many callers at once as the service answers at once, for a minute; and how it is a little later. */
final class Overload {
    private static final int CALLERS = 640;
    private static final int SECONDS = 60;
    private static final double MOST_OF_HEALTH = 1;
    private static final long REST = 5_000;
    private static final double MOST_LATER = 0.5;
    private static final List<Integer> EXPECTED = List.of(200, 429, 503);

    private final URI service;
    private final Table table;
    private final HttpClient callers = client();
    private final HttpClient health = client();
    private final Semaphore free = new Semaphore(CALLERS);
    private final Map<Integer, AtomicInteger> statuses = new TreeMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    Overload(URI service, Table table) {
        this.service = service;
        this.table = table;
        EXPECTED.forEach(status -> statuses.put(status, new AtomicInteger()));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    void run() throws Exception {
        Thread load = new Thread(this::load, "callers");
        load.start();
        double slowest = 0;
        while (load.isAlive()) {
            slowest = Math.max(slowest, seconds("/livez"));
            Scene.pause(200);
        }
        table.note(String.format(
                "Under %d callers at once for %d s answers were %s; health answered after %.3f s at most (%.1f s is wanted).",
                CALLERS, SECONDS, statuses, slowest, MOST_OF_HEALTH));
        if (slowest > MOST_OF_HEALTH) table.fault(String.format("under overload health took %.3f s", slowest));
        wrong.stream().distinct().limit(5).forEach(what -> table.fault("under overload: " + what));
        Scene.pause(REST);
        double later = 0;
        for (int i = 0; i < 10; i++) later = Math.max(later, seconds("/v1/initiatives?limit=1"));
        table.note(
                String.format("Five seconds later a call took %.3f s at most (%.1f s is wanted).", later, MOST_LATER));
        if (later > MOST_LATER) table.fault(String.format("five seconds after overload a call took %.3f s", later));
    }

    private void load() {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        for (int n = 0; System.nanoTime() < end; n++) {
            free.acquireUninterruptibly();
            callers.sendAsync(request(n), BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                if (failure != null) wrong.add(cause(failure).toString());
                else count(answer);
                free.release();
            });
        }
        free.acquireUninterruptibly(CALLERS);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private HttpRequest request(int number) {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(30));
        return switch (number % 3) {
            case 0 -> request.uri(service.resolve("/v1/search?q=number")).build();
            case 1 -> request.uri(service.resolve("/v1/initiatives?limit=20")).build();
            default ->
                request.uri(service.resolve("/v1/overlaps/check"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Number " + number + "\"}"))
                        .build();
        };
    }

    private void count(HttpResponse<String> answer) {
        int status = answer.statusCode();
        AtomicInteger counter = statuses.get(status);
        if (counter == null) wrong.add("an answer " + status + ": " + answer.body());
        else counter.incrementAndGet();
        boolean later = answer.headers().firstValue("Retry-After").isPresent();
        if (status != 200 && !later) wrong.add("an answer " + status + " without Retry-After");
    }

    private double seconds(String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = health.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) table.fault(path + " was answered " + answer.statusCode());
        return (System.nanoTime() - begun) / 1e9;
    }
}
