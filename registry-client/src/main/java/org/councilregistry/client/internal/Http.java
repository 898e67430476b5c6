package org.councilregistry.client.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.councilregistry.client.RegistryException;
import org.councilregistry.schema.Problem;
import org.councilregistry.schema.ProblemType;
import org.jspecify.annotations.Nullable;

/** One call: sent, tried again where that is safe and useful, and its answer read. */
public final class Http {
    private static final System.Logger LOG = System.getLogger(Http.class.getName());
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    /** After these, the registry may have done what it was asked and only failed to say so. */
    private static final Set<Integer> UNSURE = Set.of(500, 502, 504);

    private final Settings settings;
    private final Wire wire;
    private final Retries retries = new Retries();

    /**
     * How the client calls.
     *
     * @param address where the registry is
     * @param credential by what the client is let in
     * @param agent the User-Agent
     * @param http the JDK's client
     * @param call how long a call may take, all attempts together
     * @param attempt how long one attempt may take
     * @param attempts how many attempts there are
     */
    public record Settings(
            URI address,
            Credential credential,
            String agent,
            HttpClient http,
            Duration call,
            Duration attempt,
            int attempts) {
        @Override
        public String toString() {
            return "Settings[" + address + ", " + agent + ", " + credential + "]";
        }
    }

    /** Calls as the settings say. */
    public Http(Settings settings) {
        this.settings = settings;
        this.wire = new Wire(settings);
    }

    /** An answer: its body as a value, and its ETag. */
    public record Answer<T>(T value, String etag) {}

    /** Why an attempt failed, whether another one may help, and whether it may have had its effect nevertheless. */
    private record Failed(
            Function<Boolean, RegistryException> reason, boolean again, boolean unsure, Optional<String> retryAfter) {}

    /** Sends a call and reads its answer as this type. */
    public <T> T send(Call call, ClientJson.As<T> as) {
        return answer(call, as).value();
    }

    /** Sends a call and reads its answer as this type, with the ETag. */
    public <T> Answer<T> answer(Call call, ClientJson.As<T> as) {
        HttpResponse<byte[]> response = exchange(call);
        try {
            T value = as.read(Wire.body(response));
            return new Answer<>(value, response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new RegistryException("the registry's answer cannot be read", e, call.changes());
        }
    }

    /** Sends a call and takes the bytes of its answer. */
    public byte[] fetch(Call call) {
        try {
            return Wire.body(exchange(call));
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
        boolean unsure = false;
        for (int attempt = 1; ; attempt++) {
            Failed failed;
            try {
                HttpResponse<byte[]> response = wire.send(call, Duration.ofNanos(deadline - System.nanoTime()));
                if (response.statusCode() < 300) {
                    retries.succeeded();
                    return response;
                }
                failed = refused(call, response);
            } catch (IOException e) {
                failed = unreachable(call, e);
            }
            unsure |= failed.unsure();
            Duration pause = retries.pause(attempt, failed.retryAfter());
            boolean inTime = System.nanoTime() + pause.toNanos() < deadline;
            if (!failed.again() || attempt >= settings.attempts() || !inTime || !retries.take()) {
                throw failed.reason().apply(unsure);
            }
            LOG.log(System.Logger.Level.DEBUG, "trying {0} again", call);
            Retries.sleep(pause);
        }
    }

    private static Failed refused(Call call, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Problem problem = problem(response);
        boolean unknown = problem != null && ProblemType.of(problem.type()) == ProblemType.OUTCOME_UNKNOWN;
        return new Failed(
                unsure -> problem == null ? stranger(status, unsure) : new RegistryException(problem, unsure),
                PASSING.contains(status) || (status == 500 && call.repeatable()),
                call.changes() && (unknown || UNSURE.contains(status)),
                response.headers().firstValue("Retry-After"));
    }

    private static @Nullable Problem problem(HttpResponse<byte[]> response) {
        try {
            Problem problem = ClientJson.MAPPER.readValue(Wire.body(response), Problem.class);
            return problem == null || problem.type() == null ? null : problem;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an answer that is no problem");
            return null;
        }
    }

    private static RegistryException stranger(int status, boolean unsure) {
        String what = status >= 502 && status <= 504
                ? "the registry did not answer; what stands before it says " + status
                : "the address answered " + status + ", not as a registry does. Is it right?";
        return new RegistryException(what, null, unsure);
    }

    private static Failed unreachable(Call call, IOException e) {
        boolean unsent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
        String what = unsent ? "the registry cannot be reached" : "the registry did not answer";
        return new Failed(
                unsure -> new RegistryException(what + ": " + e, e, unsure),
                unsent || call.repeatable(),
                call.changes() && !unsent,
                Optional.empty());
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
