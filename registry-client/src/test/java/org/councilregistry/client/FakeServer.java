package org.councilregistry.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.councilregistry.schema.ProblemType;

/** The world outside: a server that answers what it was told to, once each in turn and the last one for ever. */
public final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Listens on a free port. */
    public FakeServer(Answer... answers) {
        this.answers.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What was asked. */
    public record Request(String method, String path, String body, Headers headers) {
        /** A header, or the empty text. */
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** How one request is answered. */
    @FunctionalInterface
    public interface Answer {
        /** Answers. */
        void to(HttpExchange exchange, CountDownLatch closing) throws IOException;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, exchange.getRequestHeaders()));
        Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
        answer.to(exchange, closing);
        exchange.close();
    }

    /** A JSON answer with these headers, name and value in turn. */
    public static Answer json(int status, String body, String... headers) {
        return (exchange, closing) -> write(exchange, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A record with its ETag. */
    public static Answer record(String etag, String body) {
        return json(200, body, "ETag", "\"" + etag + "\"");
    }

    /** A problem with these headers. */
    public static Answer problem(ProblemType type, String... headers) {
        String body = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"requestId\":\"r-1\",\"new\":1}"
                .formatted(type.path(), type.title(), type.status());
        return json(type.status(), body, headers);
    }

    /** The same, compressed. */
    public static Answer gzip(int status, String body) {
        return (exchange, closing) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            write(exchange, status, bytes.toByteArray(), "Content-Encoding", "gzip");
        };
    }

    /** No answer at all: the connection is cut. */
    public static Answer cut() {
        return (exchange, closing) -> exchange.close();
    }

    /** No answer until the server is closed. */
    public static Answer silence() {
        return (exchange, closing) -> await(closing, Duration.ofMinutes(1));
    }

    /** An answer whose body never ends: a byte every now and then. */
    public static Answer drip() {
        return (exchange, closing) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!await(closing, Duration.ofMillis(50))) {
                body.write(' ');
                body.flush();
            }
        };
    }

    private static boolean await(CountDownLatch closing, Duration most) {
        try {
            return closing.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void write(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2)
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    /** Where it is reached. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it was asked so far. */
    public List<Request> requests() {
        return new ArrayList<>(requests);
    }

    /** The methods of what it was asked. */
    public List<String> methods() {
        return requests.stream().map(Request::method).toList();
    }

    /** A client of it. */
    public RegistryClient client() {
        return RegistryClient.builder(address()).apiKey("crk_test").build();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
