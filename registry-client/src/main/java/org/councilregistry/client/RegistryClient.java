package org.councilregistry.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.councilregistry.client.internal.Call;
import org.councilregistry.client.internal.ClientJson;
import org.councilregistry.client.internal.Credential;
import org.councilregistry.client.internal.Http;
import org.councilregistry.schema.Whoami;
import org.jspecify.annotations.Nullable;

/** The registry, as a program sees it. Immutable and thread-safe; one a process is enough. */
public final class RegistryClient {
    private final Http http;

    private RegistryClient(Http http) {
        this.http = http;
    }

    /** Begins a client for the registry at this address, such as {@code https://registry.example}. */
    public static Builder builder(URI address) {
        return new Builder(address);
    }

    /** A client for the registry that {@code REGISTRY_URL} names, with the key in {@code REGISTRY_API_KEY} if there is one. */
    public static RegistryClient fromEnvironment() {
        String address = System.getenv("REGISTRY_URL");
        if (address == null || address.isBlank()) {
            throw new IllegalStateException("REGISTRY_URL is not set: put the registry's address there");
        }
        return builder(URI.create(address))
                .apiKey(System.getenv("REGISTRY_API_KEY"))
                .build();
    }

    /** Organisations. */
    public Organisations organisations() {
        return new Organisations(http);
    }

    /** Which organisation followed which. */
    public Successions successions() {
        return new Successions(http);
    }

    /** The vocabulary of services. */
    public Services services() {
        return new Services(http);
    }

    /** Initiatives. */
    public Initiatives initiatives() {
        return new Initiatives(http);
    }

    /** Components. */
    public Components components() {
        return new Components(http);
    }

    /** Outcomes. */
    public Outcomes outcomes() {
        return new Outcomes(http);
    }

    /** Ranked search. */
    public Search search() {
        return new Search(http);
    }

    /** Overlap with the work of others. */
    public Overlaps overlaps() {
        return new Overlaps(http);
    }

    /** The change feed. */
    public EventFeed events() {
        return new EventFeed(http, "");
    }

    /** Whole sets, each in one answer. */
    public Exports exports() {
        return new Exports(http);
    }

    /** Removing persons. */
    public Erasures erasures() {
        return new Erasures(http);
    }

    /** API keys. */
    public Keys keys() {
        return new Keys(http);
    }

    /** People who act for organisations. */
    public Members members() {
        return new Members(http);
    }

    /** Requests to act for an organisation. */
    public JoiningRequests joiningRequests() {
        return new JoiningRequests(http);
    }

    /** Who the registry takes this client for. */
    public Whoami whoami() {
        return http.send(Call.get("/v1/whoami"), ClientJson.type(Whoami.class));
    }

    @Override
    public String toString() {
        return "RegistryClient[" + http + "]";
    }

    /** Puts a client together. */
    public static final class Builder {
        private static final String AGENT = "council-registry-client/0.1";

        private final URI address;
        private @Nullable Supplier<String> token;
        private @Nullable String actingFor;
        private String agent = AGENT;
        private @Nullable HttpClient http;
        private Duration call = Duration.ofSeconds(30);
        private Duration attempt = Duration.ofSeconds(10);
        private int attempts = 3;

        private Builder(URI address) {
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            boolean plain = address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (!web || address.getHost() == null || !plain) {
                throw new IllegalArgumentException("a registry's address looks like https://registry.example,"
                        + " without a user, a question mark or a hash");
            }
            this.address = address;
        }

        /** The API key; none reads what is public. */
        public Builder apiKey(@Nullable String apiKey) {
            String stripped = apiKey == null ? "" : apiKey.strip();
            if (!stripped.matches("[!-~]*")) {
                throw new IllegalArgumentException("the API key has spaces or characters in it that no key has");
            }
            token = stripped.isEmpty() ? null : () -> stripped;
            return this;
        }

        /**
         * Access tokens of a person who has signed in with her organisation, instead of a key.
         *
         * @param current gives the token that is valid now; asked before every attempt, so it should keep the token itself
         */
        public Builder accessToken(Supplier<String> current) {
            token = current;
            return this;
        }

        /** For which of her organisations a person acts, by slug or id; needed only with several. */
        public Builder actingFor(String organisation) {
            if (!organisation.matches("[!-~]+")) {
                throw new IllegalArgumentException("an organisation's slug or id has no spaces in it");
            }
            actingFor = organisation;
            return this;
        }

        /** What the calling program is called, for the registry's log. */
        public Builder application(String name, String version) {
            agent = name + "/" + version + " " + AGENT;
            if (!agent.matches("[ -~]*")) throw new IllegalArgumentException("name and version must be ASCII text");
            return this;
        }

        /** A JDK client of one's own, with a proxy or TLS settings; it must not follow redirects. */
        public Builder httpClient(HttpClient client) {
            if (client.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException(
                        "the HttpClient must not follow redirects: it would send the key along");
            }
            http = client;
            return this;
        }

        /** How long a call may take, all attempts together, and how long one attempt; 30 and 10 seconds if not said. */
        public Builder timeouts(Duration wholeCall, Duration oneAttempt) {
            if (wholeCall.toMillis() < 1 || oneAttempt.toMillis() < 1) {
                throw new IllegalArgumentException("a call needs a time to be answered in");
            }
            call = wholeCall;
            attempt = oneAttempt;
            return this;
        }

        /** How many attempts a call has where repeating it is safe; 3 if not said, 1 for none again. */
        public Builder attempts(int most) {
            if (most < 1) throw new IllegalArgumentException("a call needs an attempt");
            attempts = most;
            return this;
        }

        /** The client. */
        public RegistryClient build() {
            HttpClient client = http == null
                    ? HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(5))
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build()
                    : http;
            return new RegistryClient(new Http(new Http.Settings(
                    address, new Credential(token, actingFor), agent, client, call, attempt, attempts)));
        }

        @Override
        public String toString() {
            return "Builder[" + address + "]";
        }
    }
}
