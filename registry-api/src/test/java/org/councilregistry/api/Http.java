package org.councilregistry.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.councilregistry.api.openapi.ValidatingHttpClient;
import org.jspecify.annotations.Nullable;

/** Requests as a caller writes them by hand, for what our client would never send. */
public final class Http {
    private static final HttpClient CLIENT = new ValidatingHttpClient(HttpClient.newHttpClient());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final @Nullable String key;

    /** Speaks to this service, with this key if there is one. */
    public Http(URI address, @Nullable String key) {
        this.address = address;
        this.key = key;
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<String> response) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + response.body(), e);
            }
        }

        /** A header, or the empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The problem type's word. */
        public String problem() {
            return json().path("type").asText().replaceFirst(".*/", "");
        }

        /** The pointer of the first error. */
        public String pointer() {
            return json().path("errors").path(0).path("pointer").asText();
        }
    }

    /** Reads. */
    public Answer get(String path, String... headers) {
        return sendBytes("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Sends JSON with a method. */
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        return sendBytes(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    /** Sends bytes with a method. */
    public Answer sendBytes(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (!typed && body.contentLength() != 0) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (key != null) request.header("Authorization", "Bearer " + key);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What comes back for exactly this text, until the service ends the connection. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
