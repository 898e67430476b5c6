package org.councilregistry.api.platform;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections. That of a caller who does not take her answer: whoever reads slowly, or not at all, holds no place for
 * long. And one whose answer cannot be finished: what is cut short must not look whole.
 */
final class Outflow extends Handler.Wrapper {
    /** Where a request carries what breaks its answer off. */
    static final String BREAK_OFF = Outflow.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(Outflow.class);
    private static final int BYTES_A_MILLISECOND = 8;

    private final Duration grace;

    /** Stands before this handler; each part of an answer must be taken at 8 kB a second, and so much longer. */
    Outflow(Handler behind, Duration grace) {
        super(behind);
        this.grace = grace;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.setAttribute(BREAK_OFF, (Runnable) () -> close(request));
        return super.handle(request, new Timed(request, response), callback);
    }

    /** Resets it: to who speaks HTTP/1.0, as proxies do, a connection that merely ends is the end of the answer. */
    private static void close(Request request) {
        try (EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint()) {
            if (end instanceof SocketChannelEndPoint socket && socket.isOpen()) {
                socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            LOG.debug("the caller was faster", e);
        }
    }

    private final class Timed extends Response.Wrapper {
        Timed(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
            int length = bytes == null ? 0 : bytes.remaining();
            Part part = new Part(getRequest(), callback);
            super.write(last, bytes, part);
            part.watch(grace.toMillis() + length / BYTES_A_MILLISECOND);
        }
    }

    /** A part of an answer on its way to the caller. */
    private static final class Part extends Callback.Nested {
        private final Request request;
        private boolean taken;
        private Scheduler.@Nullable Task late;

        Part(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        /** Most parts are taken by now, and cost no timer. */
        synchronized void watch(long millis) {
            if (taken) return;
            late = request.getComponents().getScheduler().schedule(() -> close(request), millis, TimeUnit.MILLISECONDS);
        }

        private synchronized void end() {
            taken = true;
            if (late != null) late.cancel();
        }

        @Override
        public void succeeded() {
            end();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            end();
            super.failed(failure);
        }
    }
}
