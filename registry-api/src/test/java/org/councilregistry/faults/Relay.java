package org.councilregistry.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The network between two programs on this machine: it passes bytes on, holds them back, or tears connections. */
public final class Relay implements AutoCloseable {
    private final ServerSocket listener;
    private final Supplier<List<Integer>> targets;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;
    private volatile boolean stalled;
    private volatile boolean cut;

    /** Passes each new connection on to the first of these ports that takes it. */
    public Relay(Supplier<List<Integer>> targets) throws IOException {
        this.targets = targets;
        this.listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        thread("relay", this::accept);
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Holds back whatever is sent, or lets it go on; nobody is told. */
    public void stall(boolean now) {
        stalled = now;
    }

    /** Tears all connections and takes no new ones, or takes them again. */
    public void cut(boolean now) {
        cut = now;
        if (now) sockets.forEach(Relay::tear);
    }

    private void accept() {
        while (open) {
            try {
                Socket from = listener.accept();
                thread("relay-connect", () -> connect(from));
            } catch (IOException e) {
                if (open) throw new IllegalStateException(e);
            }
        }
    }

    private void connect(Socket from) {
        hold();
        Socket to = cut ? null : reach();
        if (to == null) {
            tear(from);
            return;
        }
        try {
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
        } catch (IOException e) {
            tear(from);
        }
        sockets.add(from);
        sockets.add(to);
        if (cut) cut(true);
        thread("relay-there", () -> pass(from, to));
        pass(to, from);
    }

    private Socket reach() {
        for (int port : targets.get()) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                // it has ended just now
            }
        }
        return null;
    }

    private void pass(Socket from, Socket to) {
        byte[] part = new byte[1 << 14];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                hold();
                out.write(part, 0, read);
            }
            hold();
            // what is still on its way in the other direction arrives
            to.shutdownOutput();
        } catch (IOException e) {
            tear(from);
            tear(to);
        } finally {
            if (from.isClosed() || to.isClosed() || (from.isOutputShutdown() && to.isOutputShutdown())) {
                forget(from);
                forget(to);
            }
        }
    }

    private void hold() {
        while (stalled && open) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void forget(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            sockets.remove(socket);
        }
    }

    /** With a reset, as of a machine that is gone. */
    private static void tear(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it was torn before
            return;
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        listener.close();
        sockets.forEach(Relay::tear);
    }
}
