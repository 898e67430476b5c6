package org.councilregistry.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.councilregistry.api.ServiceProcess;

/** Callers who hold connections and do nothing, or next to nothing, with them; and an honest one beside them. */
final class Strangers {
    private static final int DRIPPERS = 1_200;
    private static final int IDLE = 10_000;
    private static final int WARM = 300;
    private static final int PROBES = 10;
    private static final double MOST_BESIDE_DRIPPERS = 0.5;
    private static final double MOST_BESIDE_IDLE = 0.2;
    private static final long MOST_MEGABYTES = 100;

    private final ServiceProcess service;
    private final InetSocketAddress address;
    private final Table table;

    Strangers(ServiceProcess service, Table table) {
        this.service = service;
        URI uri = service.address();
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
        this.table = table;
    }

    void run() throws Exception {
        probe(WARM);
        drip();
        idle();
    }

    /** Seconds that honest calls take, each on a connection of its own; the shortest first. */
    private double[] probe(int times) throws IOException {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(get("/v1/initiatives?limit=1", "Connection: close\r\n"));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!answer.startsWith("HTTP/1.1 200")) table.fault("an honest call was answered " + answer);
            }
            seconds[i] = (System.nanoTime() - begun) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private static byte[] get(String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: registry\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void report(String beside, double[] seconds, double most) {
        double slowest = seconds[seconds.length - 1];
        table.note(String.format(
                "Beside %s an honest call took %.3f s (median), %.3f s at most; at most %.1f s is wanted.",
                beside, seconds[seconds.length / 2], slowest, most));
        if (slowest > most) table.fault(String.format("beside %s an honest call took %.3f s", beside, slowest));
    }

    /** A request that never ends: half of them in its headers, half in its body. */
    private static final class Dripper {
        private final byte[] text;
        private SocketChannel channel;
        private int sent;

        Dripper(boolean body) {
            String post = "POST /v1/initiatives HTTP/1.1\r\nHost: registry\r\nContent-Length: 100000\r\n\r\n";
            String headers = "GET /v1/initiatives HTTP/1.1\r\nHost: registry\r\nX-Slow: ";
            text = (body ? post : headers).getBytes(StandardCharsets.US_ASCII);
        }

        /** Sends a byte; begins anew where the service has hung up. */
        void drip(InetSocketAddress address) throws IOException {
            try {
                if (channel == null) {
                    channel = SocketChannel.open(address);
                    channel.configureBlocking(false);
                    sent = 0;
                    // all but the last of what makes it a request, so that many of them are inside soon
                    channel.write(ByteBuffer.wrap(text));
                }
                channel.write(ByteBuffer.wrap(new byte[] {(byte) ('a' + sent++ % 26)}));
                ByteBuffer answer = ByteBuffer.allocate(2_000);
                if (channel.read(answer) != 0) end();
            } catch (IOException e) {
                end();
            }
        }

        void end() throws IOException {
            if (channel != null) channel.close();
            channel = null;
        }
    }

    private void drip() throws Exception {
        List<Dripper> drippers = new ArrayList<>();
        for (int i = 0; i < DRIPPERS; i++) drippers.add(new Dripper(i % 2 == 0));
        Thread thread = new Thread(() -> dripOn(drippers), "drippers");
        thread.start();
        Scene.pause(3_000);
        report(DRIPPERS + " clients that send a byte a second", probe(PROBES), MOST_BESIDE_DRIPPERS);
        thread.interrupt();
        thread.join();
        for (Dripper dripper : drippers) dripper.end();
    }

    private void dripOn(List<Dripper> drippers) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (Dripper dripper : drippers) dripper.drip(address);
                Thread.sleep(1_000);
            }
        } catch (IOException | InterruptedException e) {
            return;
        }
    }

    /** Connections that were used once and are kept. */
    private void idle() throws IOException {
        Scene.pause(2_000);
        probe(PROBES);
        long before = resident();
        List<Socket> kept = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) kept.add(used());
            double[] seconds = probe(PROBES);
            long more = resident() - before;
            report(String.format("%,d idle connections", IDLE), seconds, MOST_BESIDE_IDLE);
            table.note(String.format(
                    "%,d idle connections cost %d MB of memory more than the %d MB before; at most %d MB are wanted.",
                    IDLE, more, before, MOST_MEGABYTES));
            if (more > MOST_MEGABYTES) table.fault("idle connections cost " + more + " MB");
        } finally {
            for (Socket socket : kept) socket.close();
        }
    }

    private Socket used() throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(get("/livez", ""));
        InputStream in = socket.getInputStream();
        byte[] part = new byte[2_000];
        if (in.read(part) <= 0) throw new IOException("a connection was not answered");
        return socket;
    }

    /** Megabytes of memory that the service holds. */
    private long resident() throws IOException {
        String status = Files.readString(Path.of("/proc/" + service.pid() + "/status"));
        return Long.parseLong(status.replaceFirst("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1")) / 1024;
    }
}
