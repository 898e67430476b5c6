package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.councilregistry.api.Eventually;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands before everything else, on a server with eight threads. */
class FrontTest {
    private static final int DRIPPERS = 200;

    private final List<Socket> sockets = new ArrayList<>();
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch inside = new CountDownLatch(2);
    private Server server;

    /** Reads the whole body as servlets do: in a thread that waits for it; holds whoever asks for it. */
    private final class Blocking extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            byte[] body = Request.asInputStream(request).readAllBytes();
            if (request.getHttpURI().getPath().equals("/held")) {
                inside.countDown();
                held.acquire();
            }
            Content.Sink.write(response, true, "read " + body.length, callback);
            return true;
        }
    }

    private void start(UnaryOperator<Handler> before) throws Exception {
        server = new Server(new QueuedThreadPool(8, 8));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(before.apply(new Blocking()));
        server.setErrorHandler(new Problems());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        held.release(1_000);
        for (Socket socket : sockets) socket.close();
        server.stop();
    }

    private Socket send(String text) throws IOException {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(5_000);
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The answer as far as it comes; nothing where none comes in time. */
    private static String answer(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        InputStream stream = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        byte[] part = new byte[2_000];
        try {
            while (!answer.toString().contains("\r\n\r\n") || answer.length() < 60) {
                int read = stream.read(part);
                if (read < 0) break;
                answer.append(new String(part, 0, read, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketTimeoutException e) {
            return answer.toString();
        }
        return answer.toString();
    }

    private static String post(String path, int length, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    private void drip() throws IOException {
        for (int i = 0; i < DRIPPERS; i++) send(post("/", 1_000, "x"));
    }

    @Test
    void whoSendsSlowlyTakesNothingFromTheOthers() throws Exception {
        start(behind -> new Front(behind, Duration.ofSeconds(20)));
        drip();
        assertThat(answer(send(post("/", 2, "ab")), 5_000)).contains("200 OK", "read 2");
    }

    @Test
    void withoutItTheyStopTheServer() throws Exception {
        start(behind -> behind);
        drip();
        assertThat(answer(send(post("/", 2, "ab")), 1_000)).isEmpty();
    }

    @Test
    void aBodyThatIsNotThereInTimeIsRefused() throws Exception {
        start(behind -> new Front(behind, Duration.ofMillis(200)));
        Socket socket = send(post("/", 1_000, "x"));
        assertThat(answer(socket, 5_000))
                .startsWith("HTTP/1.1 408")
                .containsIgnoringCase("Connection: close")
                .contains("nosniff", "application/problem+json", "too-slow");
        assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(1_000);
    }

    @Test
    void aBodyInManyPartsArrivesWhole() throws Exception {
        start(behind -> new Front(behind, Duration.ofSeconds(20)));
        Socket socket = send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 50; i++) {
            socket.getOutputStream().write("3\r\nabc\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer(socket, 5_000)).contains("200 OK", "read 150");
    }

    @Test
    void aBodyOverTheLimitIsReadToItsEndAndRefused() throws Exception {
        start(behind -> new Front(behind, Duration.ofSeconds(20)));
        int size = 2 << 20;
        assertThat(answer(send(post("/", size, "x".repeat(size))), 5_000))
                .startsWith("HTTP/1.1 413")
                .contains("too-large");
    }

    @Test
    void anAddressThatMayMeanTwoThingsIsRefused() throws Exception {
        start(behind -> new Front(behind, Duration.ofSeconds(20)));
        for (String path :
                List.of("/v1;x=1/keys", "//v1/keys", "/v1//keys", "/v1/%2e%2e/keys", "/v1%2fkeys", "/v1\\keys")) {
            assertThat(answer(send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"), 5_000))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("nosniff", "application/problem+json");
        }
        assertThat(answer(send("GET /v1/keys?x=a;b//c HTTP/1.1\r\nHost: a\r\n\r\n"), 5_000))
                .contains("200 OK");
    }

    private static String get(String path, String more) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
    }

    @Test
    void whoComesWhileTooManyAreAnsweredWaitsOrIsRefusedAndHealthIsAnswered() throws Exception {
        AtomicReference<Crowd> crowd = new AtomicReference<>();
        start(behind -> {
            crowd.set(new Crowd(behind, 2, header -> header.equals("Bearer coordinator")));
            return crowd.get();
        });
        send(get("/held", ""));
        send(get("/held", ""));
        inside.await();
        Socket third = send(get("/held", ""));
        assertThat(answer(send(get("/livez", "")), 5_000)).contains("200 OK");
        assertThat(answer(send(get("/v1/events?after=0&wait=5", "")), 5_000)).contains("200 OK");
        assertThat(answer(third, 5_000)).startsWith("HTTP/1.1 503").contains("Retry-After", "unavailable");
        Socket other = send(get("/", ""));
        Socket coordinator = send(get("/held", "Authorization: Bearer coordinator\r\n"));
        Eventually.until(Duration.ofSeconds(5), () -> crowd.get().getSuspendedRequestCount() == 2);
        held.release(1);
        assertThat(answer(other, 300)).as("the coordinator goes first").isEmpty();
        held.release(3);
        assertThat(answer(coordinator, 5_000)).contains("200 OK");
        assertThat(answer(other, 5_000)).contains("200 OK");
    }
}
