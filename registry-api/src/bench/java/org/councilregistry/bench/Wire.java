package org.councilregistry.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection that is kept: it sends requests that were written before, and reads answers, as cheaply as can be. */
final class Wire implements AutoCloseable {
    /** Servers hang up on connections that rest for longer than half a minute. */
    private static final long REST = TimeUnit.SECONDS.toNanos(10);

    private final int port;
    private Socket socket;
    private InputStream in;
    private long used;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private String headers = "";
    private byte[] body = new byte[1 << 16];
    private int length;

    /** Connects to a server on this machine. */
    Wire(int port) throws IOException {
        this.port = port;
        this.socket = connect(port);
        this.in = socket.getInputStream();
        this.used = System.nanoTime();
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private void connectAgain() throws IOException {
        socket.close();
        socket = connect(port);
        in = socket.getInputStream();
        from = 0;
        to = 0;
    }

    /** A request without a body. */
    static byte[] get(String path, String... lines) {
        return request("GET", path, null, lines);
    }

    /** A request, ready to be sent again and again. */
    static byte[] request(String method, String path, @Nullable String body, String... lines) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String line : lines) head.append(line).append("\r\n");
        if (body != null) head.append("Content-Length: ").append(bytes.length).append("\r\n");
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, all, first.length, bytes.length);
        return all;
    }

    /** Sends a request and reads the answer; returns its status. */
    int send(byte[] request) throws IOException {
        long now = System.nanoTime();
        if (now - used > REST) connectAgain();
        used = now;
        socket.getOutputStream().write(request);
        int end = readHeaders();
        headers = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        from = end + 4;
        length = 0;
        int status = Integer.parseInt(headers.substring(9, 12));
        if (status == 304 || status == 204) return status;
        if (header("transfer-encoding") != null) readChunks();
        else readBody(Integer.parseInt(String.valueOf(header("content-length"))));
        return status;
    }

    /** As {@link #send}, where another status means that the bench measures nothing. */
    void expect(int status, byte[] request) throws IOException {
        int answered = send(request);
        if (answered != status) {
            String line = new String(request, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new RefusedException(line + " was answered with " + answered + ": " + text());
        }
    }

    /** The last answer's body. */
    String text() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    /** A header of the last answer. */
    @Nullable
    String header(String name) {
        int at = headers.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        if (at < 0) return null;
        int end = headers.indexOf('\r', at + 2);
        return headers.substring(at + name.length() + 3, end < 0 ? headers.length() : end)
                .strip();
    }

    private int readHeaders() throws IOException {
        int seen = from;
        while (true) {
            for (int i = seen; i + 3 < to; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    return i;
                }
            }
            int before = from;
            seen = Math.max(from, to - 3);
            more();
            seen -= before - from;
        }
    }

    /** Reads what has come, after what was read and not taken yet. */
    private void more() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) throw new EOFException("the server has hung up");
        to += read;
    }

    private void readBody(int more) throws IOException {
        while (to - from < more) more();
        if (body.length < length + more) body = Arrays.copyOf(body, Math.max(body.length * 2, length + more));
        System.arraycopy(buffer, from, body, length, more);
        length += more;
        from += more;
    }

    private void readChunks() throws IOException {
        while (true) {
            int size = Integer.parseInt(readLine(), 16);
            if (size > 0) readBody(size);
            readLine();
            if (size == 0) return;
        }
    }

    private String readLine() throws IOException {
        for (int i = from; ; i++) {
            while (i >= to) {
                int before = from;
                more();
                i -= before - from;
            }
            if (buffer[i] == '\n') {
                String line = new String(buffer, from, i - from, StandardCharsets.ISO_8859_1).strip();
                from = i + 1;
                return line;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
