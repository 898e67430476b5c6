package org.councilregistry.api.platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What every request meets first. An address that means one thing here and another thing behind is refused. A body is
 * collected without a thread that waits for it, to a limit and a deadline, and all of them to a limit of memory, so that callers
 * who send slowly, or never end, take nothing from the others.
 */
public final class Front extends Handler.Wrapper {
    /** How much more than the limit is read, so that whoever sends it hears why it is refused. */
    private static final long PATIENCE = 32L << 20;

    /** Bytes of bodies that may be held at once, beyond the first few of each; who sends more is told to come again. */
    private static final long HELD = 24L << 20;

    private static final int SMALL = 8_192;

    private final AtomicLong held = new AtomicLong();
    private final Duration deadline;

    /** Stands before this handler; a body must be there within the deadline. */
    public Front(Handler behind, Duration deadline) {
        super(behind);
        this.deadline = deadline;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path != null && ambiguous(path)) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        if (request.getLength() <= 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        new Body(request, response, callback).begin();
        return true;
    }

    /** Whether a path may mean one thing here and another thing to a proxy before it. */
    static boolean ambiguous(String path) {
        return path.contains(";") || path.contains("//") || path.contains("\\");
    }

    private boolean behind(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    /** The body of a request, as it comes in. */
    private final class Body implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean ended = new AtomicBoolean();
        private Scheduler.@Nullable Task late;
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean crowded;
        private long size;

        Body(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void begin() {
            Request.addCompletionListener(request, failure -> forget());
            late = request.getComponents()
                    .getScheduler()
                    .schedule(() -> refuse(HttpStatus.REQUEST_TIMEOUT_408), deadline.toMillis(), TimeUnit.MILLISECONDS);
            run();
        }

        @Override
        public void run() {
            while (!ended.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    refuse(HttpStatus.BAD_REQUEST_400);
                    return;
                }
                boolean last = chunk.isLast();
                take(chunk);
                if (size > PATIENCE || (last && size > Bodies.LIMIT)) refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
                else if (last && crowded) refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
                else if (last) goOn();
            }
        }

        private void take(Content.Chunk chunk) {
            size += chunk.remaining();
            long more = counted(size) - counted(bytes.size());
            crowded |= size <= Bodies.LIMIT && more > 0 && held.get() + more > HELD;
            if (crowded || size > Bodies.LIMIT) forget();
            else keep(chunk, more);
            chunk.release();
        }

        private synchronized void keep(Content.Chunk chunk, long more) {
            // what was refused meanwhile is forgotten already
            if (ended.get()) return;
            byte[] part = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(part);
            held.addAndGet(more);
            bytes.writeBytes(part);
        }

        private synchronized void forget() {
            held.addAndGet(-counted(bytes.size()));
            bytes = new ByteArrayOutputStream(0);
        }

        private static long counted(long size) {
            return Math.max(0, size - SMALL);
        }

        private boolean end() {
            if (!ended.compareAndSet(false, true)) return false;
            if (late != null) late.cancel();
            return true;
        }

        private void refuse(int status) {
            if (!end()) return;
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Response.writeError(request, response, callback, status);
        }

        private void goOn() {
            if (!end()) return;
            try {
                Request collected = new Collected(request, bytes.toByteArray());
                if (!behind(collected, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        }
    }

    /** A request whose body is there. */
    private static final class Collected extends Request.Wrapper {
        private final Content.Source body;

        Collected(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
        }

        @Override
        public Content.@Nullable Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable again) {
            body.demand(again);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
