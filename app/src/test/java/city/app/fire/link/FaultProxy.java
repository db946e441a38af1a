package city.app.fire.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP link to a port of this machine that fails as it is told. Safe from any thread.
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket listener;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Flow up = new Flow();
    private final Flow down = new Flow();
    private volatile int target;
    private volatile boolean refusing;

    /// Which way bytes go: up from the client to the server, down from the server to the client.
    public enum Way {
        UP,
        DOWN
    }

    /// @param target the port that it leads to, until {@link #leadTo} says another
    public FaultProxy(int target) {
        this.target = target;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// New connections go there.
    public void leadTo(int port) {
        target = port;
    }

    /// How many connections there have been.
    public int accepted() {
        return accepted.get();
    }

    /// Ends every connection and takes no new one, until {@link #heal}.
    public void cut() {
        refusing = true;
        cutOnce();
    }

    /// Ends every connection; new ones are taken.
    public void cutOnce() {
        wires.forEach(Wire::close);
    }

    /// Whatever passes, either way, comes so much later.
    public void delay(Duration time) {
        up.delay(time);
        down.delay(time);
    }

    /// Nothing passes that way, and no connection ends: a half-open link. What was sent waits and comes with
    /// {@link #heal}.
    public void stall(Way way) {
        flow(way).stall();
    }

    /// Every connection ends once the given number of bytes has passed that way, counted from now over all of them,
    /// just after this byte; new ones are taken. Once.
    public void dropAfter(Way way, long bytes) {
        flow(way).dropAfter(bytes);
    }

    public void heal() {
        refusing = false;
        up.heal();
        down.heal();
    }

    @Override
    public void close() {
        cut();
        heal();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Flow flow(Way way) {
        return way == Way.UP ? up : down;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> open(client));
            } catch (IOException closed) {
                // The loop's condition tells.
            }
        }
    }

    private void open(Socket client) {
        var server = new Socket();
        var wire = new Wire(client, server);
        wires.add(wire);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
        } catch (IOException nobodyThere) {
            drop(wire);
            return;
        }
        if (refusing) {
            drop(wire);
            return;
        }
        Thread.ofVirtual().start(() -> pump(wire, client, server, up));
        pump(wire, server, client, down);
    }

    private void pump(Wire wire, Socket from, Socket to, Flow flow) {
        try {
            boolean dropped = flow.pump(from.getInputStream(), to.getOutputStream());
            if (dropped) {
                cutOnce();
            }
        } catch (IOException over) {
            // One end has gone; the other is told below.
        } finally {
            drop(wire);
        }
    }

    private void drop(Wire wire) {
        wires.remove(wire);
        wire.close();
    }

    private record Wire(Socket client, Socket server) {
        void close() {
            closeQuietly(client);
            closeQuietly(server);
        }

        private static void closeQuietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a socket could not be closed", e);
            }
        }
    }
}
