package org.councilregistry.client.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Problem;
import org.jspecify.annotations.Nullable;

/** One call: sent, tried again where that is safe and useful, and its answer read. */
public final class Http {
    private static final System.Logger LOG = System.getLogger(Http.class.getName());
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final int REDIRECTS = 5;

    private final Settings settings;
    private final Retries retries;

    /**
     * How the client calls.
     *
     * @param address where the registry is
     * @param key the API key, if there is one
     * @param agent the User-Agent
     * @param http the JDK's client
     * @param call how long a call may take, all attempts together
     * @param attempt how long one attempt may take
     * @param attempts how many attempts there are
     */
    public record Settings(
            URI address,
            @Nullable String key,
            String agent,
            HttpClient http,
            Duration call,
            Duration attempt,
            int attempts) {
        @Override
        public String toString() {
            return "Settings[" + address + ", " + agent + (key == null ? "" : ", with a key") + "]";
        }
    }

    /** Calls as the settings say. */
    public Http(Settings settings) {
        this.settings = settings;
        this.retries = new Retries();
    }

    /** An answer: its body as a value, and its ETag. */
    public record Answer<T>(T value, String etag) {}

    /** Sends a call and reads its answer as this type. */
    public <T> T send(Call call, ClientJson.As<T> as) {
        return answer(call, as).value();
    }

    /** Sends a call and reads its answer as this type, with the ETag. */
    public <T> Answer<T> answer(Call call, ClientJson.As<T> as) {
        HttpResponse<byte[]> response = exchange(call);
        try {
            byte[] body = body(response);
            T value = as.read(body);
            return new Answer<>(value, response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new RegistryException("the registry's answer cannot be read", e, call.changes());
        }
    }

    /** Sends a call whose answer has no body. */
    public void send(Call call) {
        exchange(call);
    }

    private HttpResponse<byte[]> exchange(Call call) {
        long deadline =
                System.nanoTime() + settings.call().plus(call.patience()).toNanos();
        for (int attempt = 1; ; attempt++) {
            Duration pause;
            try {
                HttpResponse<byte[]> response = attempt(call);
                int status = response.statusCode();
                if (status < 300) {
                    retries.succeeded();
                    return response;
                }
                boolean again = PASSING.contains(status) || (status == 500 && call.repeatable());
                if (!again || !mayRetry(attempt)) throw refused(response);
                pause = retries.pause(attempt, response.headers().firstValue("Retry-After"));
                if (System.nanoTime() + pause.toNanos() > deadline) throw refused(response);
            } catch (IOException e) {
                boolean unsent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
                boolean again = unsent || call.repeatable();
                pause = retries.pause(attempt, Optional.empty());
                if (!again || !mayRetry(attempt) || System.nanoTime() + pause.toNanos() > deadline) {
                    throw unreachable(e, call.changes() && !unsent);
                }
            }
            LOG.log(System.Logger.Level.DEBUG, "trying {0} {1} again", call.method(), call.path());
            sleep(pause);
        }
    }

    private boolean mayRetry(int attempt) {
        return attempt < settings.attempts() && retries.take();
    }

    private HttpResponse<byte[]> attempt(Call call) throws IOException {
        URI uri = URI.create(settings.address().toString().replaceAll("/+$", "") + call.path());
        for (int hop = 0; ; hop++) {
            HttpResponse<byte[]> response = exchange(request(call, uri));
            Optional<String> location = response.headers().firstValue("Location");
            int status = response.statusCode();
            boolean moved = status == 307 || status == 308 || (status == 301 && !call.changes());
            if (!moved || location.isEmpty()) return response;
            URI next = uri.resolve(location.get());
            if (hop == REDIRECTS || !origin(next).equals(origin(uri))) {
                throw new RegistryException(
                        "the registry points to another place, " + origin(next)
                                + "; the key is not sent there. Use that address if you trust it.",
                        null,
                        false);
            }
            uri = next;
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return settings.http().send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted", e, true);
        }
    }

    private HttpRequest request(Call call, URI uri) {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.attempt().plus(call.patience()))
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("User-Agent", settings.agent())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Encoding", "gzip");
        if (body != null) request.header("Content-Type", call.contentType());
        if (settings.key() != null) request.header("Authorization", "Bearer " + settings.key());
        call.headers().forEach(request::header);
        return request.build();
    }

    private static byte[] body(HttpResponse<byte[]> response) throws IOException {
        boolean gzip =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        if (!gzip) return response.body();
        try (GZIPInputStream inflated = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return inflated.readAllBytes();
        }
    }

    private static RegistryException refused(HttpResponse<byte[]> response) {
        try {
            Problem problem = ClientJson.MAPPER.readValue(body(response), Problem.class);
            if (problem != null && problem.type() != null) return new RegistryException(problem);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an answer that is no problem");
        }
        return new RegistryException(
                "the address answered " + response.statusCode() + ", not as a registry does. Is it right?",
                null,
                false);
    }

    private static RegistryException unreachable(IOException e, boolean mayHaveBeenApplied) {
        String what = e instanceof ConnectException ? "the registry cannot be reached" : "the registry did not answer";
        return new RegistryException(what + ": " + e, e, mayHaveBeenApplied);
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted", e, false);
        }
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
