package city.adapter.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A TCP link to the server that reads the protocol as it passes: it counts what is executed, and breaks when told to.
///
/// A broken link is closed towards the client only, as behind a router that lost its memory: the server does not
/// notice, and the old session lives on with its locks.
public final class BrokenLink implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final AtomicReference<Runnable> deed = new AtomicReference<>(() -> {});
    public final AtomicInteger executed = new AtomicInteger();
    final AtomicInteger roundTrips = new AtomicInteger();
    private volatile int serverPort;

    /// What goes wrong at the next COMMIT of whoever writes the head, once.
    public enum Fault {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    public BrokenLink(int serverPort) throws IOException {
        this.serverPort = serverPort;
        Thread.ofVirtual().start(this::accept);
    }

    /// The same address, by way of this link, in the clear.
    public String through(String jdbcUrl) {
        return jdbcUrl.replaceFirst(":\\d+/", ":%d/".formatted(listener.getLocalPort()))
                + "?sslmode=disable&gssEncMode=disable";
    }

    public int port() {
        return listener.getLocalPort();
    }

    public static int portOf(String jdbcUrl) {
        return Integer.parseInt(jdbcUrl.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    public void leadTo(int port) {
        serverPort = port;
    }

    /// Breaks at the next COMMIT and does the deed: before the server hears of it, or when it has answered and
    /// before the client hears.
    public void breakAt(Fault next, Runnable then) {
        deed.set(then);
        fault.set(next);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                sockets.add(client);
                var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), serverPort);
                sockets.add(server);
                new Session(client, server).start();
            } catch (IOException e) {
                closeRefused();
            }
        }
    }

    /// No server: the client is hung up on.
    private void closeRefused() {
        if (!sockets.isEmpty()) {
            closeQuietly(sockets.getLast());
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Session {
        private final Socket client;
        private final Socket server;
        private final Map<String, String> statements = new HashMap<>();
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile boolean mute;
        private boolean writesHead;
        private boolean breaking;

        Session(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void start() {
            Thread.ofVirtual().start(this::requests);
            Thread.ofVirtual().start(this::answers);
        }

        private void requests() {
            try (client;
                    var from = new DataInputStream(client.getInputStream())) {
                var to = new DataOutputStream(server.getOutputStream());
                int startup = from.readInt();
                to.writeInt(startup);
                to.write(from.readNBytes(startup - 4));
                to.flush();
                while (forward(from, to)) {
                    to.flush();
                }
            } catch (IOException e) {
                closeQuietlyUnlessBroken();
            }
        }

        /// @return false when the link broke
        private boolean forward(DataInputStream from, DataOutputStream to) throws IOException {
            int type = from.readUnsignedByte();
            int length = from.readInt();
            var body = from.readNBytes(length - 4);
            count(type);
            if (type == 'P') {
                var parts = new String(body, StandardCharsets.UTF_8).split("\0", 3);
                statements.put(parts[0], parts[1]);
                writesHead |= parts[1].contains("UPDATE world.head") || parts[1].contains("INSERT INTO world.head");
            }
            if (type == 'B' && writesHead && isCommit(body) && fault.get() != Fault.NONE) {
                if (fault.getAndSet(Fault.NONE) == Fault.BEFORE_COMMIT) {
                    mute = true;
                    deed.get().run();
                    return false;
                }
                mute = true;
                breaking = true;
            }
            to.writeByte(type);
            to.writeInt(length);
            to.write(body);
            if (type == 'S' && breaking) {
                to.flush();
                awaitAnswer();
                deed.get().run();
                return false;
            }
            return true;
        }

        private boolean isCommit(byte[] bind) {
            var statement = new String(bind, StandardCharsets.UTF_8).split("\0", 3)[1];
            return "COMMIT".equals(statements.get(statement));
        }

        private void count(int type) {
            if (type == 'E' || type == 'Q') {
                executed.incrementAndGet();
            }
            if (type == 'S' || type == 'Q' || type == 'c') {
                roundTrips.incrementAndGet();
            }
        }

        private void awaitAnswer() {
            try {
                if (!answered.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the server did not answer a COMMIT");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void answers() {
            var buffer = new byte[64 * 1024];
            try (var from = server.getInputStream()) {
                var to = client.getOutputStream();
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    if (mute) {
                        answered.countDown();
                    } else {
                        to.write(buffer, 0, n);
                        to.flush();
                    }
                }
            } catch (IOException e) {
                answered.countDown();
            }
            closeQuietly(client);
        }

        private void closeQuietlyUnlessBroken() {
            if (!mute) {
                closeQuietly(server);
            }
        }
    }
}
