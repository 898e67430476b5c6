package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.councilregistry.api.Eventually;
import org.eclipse.jetty.http.HttpHeader;
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
    private static final int LARGE = 32 << 20;

    private final List<Socket> sockets = new ArrayList<>();
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch inside = new CountDownLatch(2);
    private final AtomicInteger large = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();
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
            if (request.getHttpURI().getPath().equals("/large")) large(response);
            Content.Sink.write(response, true, "read " + body.length, callback);
            return true;
        }
    }

    private void large(Response response) throws IOException {
        large.incrementAndGet();
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            for (int sent = 0; sent < LARGE; sent += 4_096) out.write(new byte[4_096]);
        } catch (IOException e) {
            brokenOff.incrementAndGet();
            throw e;
        }
    }

    private int served() {
        return large.get();
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
        } catch (SocketTimeoutException e) {
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

    private static boolean coordinator(Request request) {
        return "Bearer coordinator".equals(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    }

    @Test
    void whoComesWhileTooManyAreAnsweredIsRefusedAndHealthAndCoordinatorsHavePlaces() throws Exception {
        start(behind -> new Crowd(new Crowd(behind, 3, request -> false), 2, FrontTest::coordinator));
        send(get("/held", ""));
        send(get("/held", ""));
        inside.await();
        Socket third = send(get("/held", ""));
        assertThat(answer(send(get("/livez", "")), 5_000)).contains("200 OK");
        assertThat(answer(send(get("/", "Authorization: Bearer coordinator\r\n")), 5_000))
                .contains("200 OK");
        assertThat(answer(third, 5_000)).startsWith("HTTP/1.1 503").contains("Retry-After", "unavailable");
        held.release(2);
        assertThat(answer(send(get("/", "")), 5_000)).contains("200 OK");
    }

    @Test
    void whoWaitsForNewsIsNotCountedAndWhoOnlySaysSoIs() throws Exception {
        start(behind -> new Crowd(behind, 2, request -> false));
        send(get("/held", ""));
        send(get("/held", ""));
        inside.await();
        assertThat(answer(send(get("/v1/events?after=0&wait=5", "")), 5_000)).contains("200 OK");
        List<Socket> counted = new ArrayList<>();
        for (String query : List.of("wait=0", "xwait=1", "wait=", "types=a&waiting=1")) {
            counted.add(send(get("/v1/events?" + query, "")));
        }
        for (Socket socket : counted) assertThat(answer(socket, 5_000)).startsWith("HTTP/1.1 503");
    }

    @Test
    void whoDoesNotTakeHerAnswerHoldsNoPlace() throws Exception {
        start(behind -> new Outflow(new Crowd(behind, 2, request -> false), Duration.ofMillis(200)));
        Socket idle = send(get("/large", ""));
        send(get("/large", ""));
        Eventually.until(Duration.ofSeconds(20), () -> brokenOff.get() == 2);
        assertThat(answer(send(get("/", "")), 5_000)).contains("200 OK");
        assertThat(taken(idle)).isLessThan(LARGE);
    }

    private static int taken(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes().length;
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void withoutItSheHoldsHerPlace() throws Exception {
        start(behind -> new Crowd(behind, 2, request -> false));
        send(get("/large", ""));
        send(get("/large", ""));
        Eventually.until(Duration.ofSeconds(20), () -> served() == 2);
        assertThat(answer(send(get("/", "")), 5_000)).startsWith("HTTP/1.1 503");
    }

    @Test
    void bodiesTogetherTakeSoMuchMemoryAndNoMore() throws Exception {
        start(behind -> new Front(behind, Duration.ofSeconds(20)));
        hoard(10);
        String large = post("/", 300_000, "x".repeat(300_000));
        assertThat(answer(send(large), 5_000)).contains("read 300000");
        hoard(20);
        assertThat(answer(send(large), 5_000)).startsWith("HTTP/1.1 503").contains("Retry-After");
        assertThat(answer(send(post("/", 2, "ab")), 5_000)).contains("read 2");
        for (Socket socket : List.copyOf(sockets)) socket.close();
        Eventually.until(Duration.ofSeconds(20), () -> taken(large));
    }

    /** So many send almost a megabyte, and not the end. */
    private void hoard(int count) throws IOException {
        for (int n = 0; n < count; n++) {
            assertThat(answer(send(post("/", 1 << 20, "x".repeat((1 << 20) - 1))), 100))
                    .isEmpty();
        }
    }

    private boolean taken(String request) {
        try {
            return answer(send(request), 5_000).contains("read 300000");
        } catch (IOException e) {
            return false;
        }
    }
}
