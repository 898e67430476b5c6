package org.councilregistry.api.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The service as a client sees it that is one release older: some of its members and words have names that the client
 * does not know. They are written otherwise on the way out and as they are on the way in.
 */
final class NewerRegistry implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "If-Match");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final Map<String, String> unknown;

    /** Stands before this service; writes these members and words otherwise. */
    NewerRegistry(URI service, Map<String, String> unknown) {
        this.service = service;
        this.unknown = unknown;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> word : unknown.entrySet()) body = swap(body, word.getValue(), word.getKey());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(service + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofString(body));
        for (String name : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) request.header(name, value);
        }
        HttpResponse<String> response = send(request.build());
        String answer = response.body();
        for (Map.Entry<String, String> word : unknown.entrySet()) answer = swap(answer, word.getKey(), word.getValue());
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        response.headers()
                .firstValue("ETag")
                .ifPresent(tag -> exchange.getResponseHeaders().add("ETag", tag));
        exchange.sendResponseHeaders(response.statusCode(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String swap(String json, String from, String to) {
        return json.replace('"' + from + '"', '"' + to + '"');
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
