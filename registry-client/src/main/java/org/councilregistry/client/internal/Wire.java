package org.councilregistry.client.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.councilregistry.client.RegistryException;

/** One attempt: sent to the registry and to nobody else, with its answer taken whole, in its time. */
final class Wire {
    private static final int REDIRECTS = 5;
    /** The JDK's own timer, which knows better what it waited for, goes first. */
    private static final long GRACE = 100;

    private final Http.Settings settings;
    private final String address;

    Wire(Http.Settings settings) {
        this.settings = settings;
        this.address = settings.address().toString().replaceAll("/+$", "");
    }

    /** Sends a call once, which may take so long at most. */
    HttpResponse<byte[]> send(Call call, Duration most) throws IOException {
        Duration own = settings.attempt().plus(call.patience());
        long deadline = System.nanoTime() + (own.compareTo(most) < 0 ? own : most).toNanos();
        URI uri = URI.create(address + call.path());
        for (int hop = 0; ; hop++) {
            HttpResponse<byte[]> response = exchange(call, uri, deadline);
            Optional<String> location = response.headers().firstValue("Location");
            if (location.isEmpty() || !moved(call, response.statusCode())) return response;
            if (hop == REDIRECTS) throw astray("the registry points from one place to the next without end");
            uri = next(uri, location.get());
        }
    }

    private static boolean moved(Call call, int status) {
        boolean seeThere = status == 301 || status == 302 || status == 303;
        return status == 307 || status == 308 || (seeThere && call.method().equals("GET"));
    }

    private static URI next(URI uri, String location) {
        URI next;
        try {
            next = uri.resolve(location);
        } catch (IllegalArgumentException e) {
            throw astray("the registry points to a place that is no address");
        }
        if (!origin(next).equals(origin(uri))) {
            throw astray("the registry points to another place, " + origin(next)
                    + "; the key is not sent there. Use that address if you trust it.");
        }
        return next;
    }

    private static RegistryException astray(String what) {
        return new RegistryException(what, null, false);
    }

    private HttpResponse<byte[]> exchange(Call call, URI uri, long deadline) throws IOException {
        long millis = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        CompletableFuture<HttpResponse<byte[]>> answer =
                settings.http().sendAsync(request(call, uri, Duration.ofMillis(millis)), BodyHandlers.ofByteArray());
        try {
            return answer.get(millis + GRACE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("the answer did not end within " + millis + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted", e, call.changes());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new RegistryException("the call failed", e.getCause(), call.changes());
        }
    }

    private HttpRequest request(Call call, URI uri, Duration most) {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(most)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("User-Agent", settings.agent())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Encoding", "gzip");
        if (body != null) request.header("Content-Type", call.contentType());
        String token = settings.credential().now();
        if (token != null) request.header("Authorization", "Bearer " + token);
        String actingFor = settings.credential().actingFor();
        if (actingFor != null) request.header("Acting-For", actingFor);
        call.headers().forEach(request::header);
        return request.build();
    }

    /** The body of an answer, inflated where it was sent smaller. */
    static byte[] body(HttpResponse<byte[]> response) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("");
        if (!encoding.equalsIgnoreCase("gzip")) return response.body();
        try (GZIPInputStream inflated = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return inflated.readAllBytes();
        }
    }

    private static String origin(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }
}
