package city.adapter.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A client of MQTT 3.1.1, protocol level 4, byte by byte: what a library sends at this level is hidden, and this is
/// not. Waits for one answer at a time; what else arrives meanwhile is kept.
public final class OldClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LEVEL = 4;
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int SUBSCRIBE = 0x82;
    private static final int SUBACK = 0x90;
    private static final int DISCONNECT = 0xe0;
    private static final int QOS_1 = 0x02;
    private static final int RETAIN = 0x01;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final List<Heard> inbox = new ArrayList<>();
    private int packetId;

    /// What arrived.
    public record Heard(String topic, String text, int qos, boolean retained) {}

    private record Packet(int type, byte[] body) {}

    /// @param returnCode     of CONNACK: 0 when let in
    /// @param sessionPresent whether the broker kept what was left before
    public record Welcome(OldClient client, int returnCode, boolean sessionPresent) {}

    private OldClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    public static OldClient connect(int port, String clientId) throws IOException {
        return greet(port, clientId, true, null, null).client();
    }

    public static Welcome greet(
            int port, String clientId, boolean cleanSession, @Nullable String user, @Nullable String password)
            throws IOException {
        var client = new OldClient(port);
        int flags = (cleanSession ? 0x02 : 0) | (user == null ? 0 : 0x80) | (password == null ? 0 : 0x40);
        client.send(CONNECT, body -> {
            text(body, "MQTT");
            body.writeByte(LEVEL);
            body.writeByte(flags);
            body.writeShort(60);
            text(body, clientId);
            if (user != null) {
                text(body, user);
            }
            if (password != null) {
                text(body, password);
            }
        });
        var answer = client.await(CONNACK);
        return new Welcome(client, answer[1], answer[0] == 1);
    }

    /// The broker's answer: 0 or 1 when granted, 0x80 when not.
    public int subscribe(String filter) throws IOException {
        int id = ++packetId;
        send(SUBSCRIBE, body -> {
            body.writeShort(id);
            text(body, filter);
            body.writeByte(1);
        });
        return await(SUBACK)[2] & 0xff;
    }

    /// With QoS 1, and does not wait: to what is not allowed there is no answer at this level.
    public void publish(String topic, String text) throws IOException {
        int id = ++packetId;
        send(PUBLISH | QOS_1, body -> {
            text(body, topic);
            body.writeShort(id);
            body.write(text.getBytes(UTF_8));
        });
    }

    /// All that arrives within the time.
    public List<Heard> during(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
            try {
                if (read() == null) {
                    break;
                }
            } catch (SocketTimeoutException nothing) {
                break;
            }
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        var heard = List.copyOf(inbox);
        inbox.clear();
        return heard;
    }

    /// Says goodbye, so that no last will is due.
    @Override
    public void close() throws IOException {
        try (socket) {
            send(DISCONNECT, _ -> {});
        } catch (IOException closedByTheBroker) {
            socket.close();
        }
    }

    private byte[] await(int type) throws IOException {
        while (true) {
            var packet = Objects.requireNonNull(read(), "the broker closed the connection");
            if (packet.type() == type) {
                return packet.body();
            }
        }
    }

    /// Null at the end.
    private @Nullable Packet read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        var body = in.readNBytes(length());
        if ((first & 0xf0) == PUBLISH) {
            heard(first, body);
        }
        return new Packet(first & 0xf0, body);
    }

    private void heard(int first, byte[] body) throws IOException {
        int topicLength = (body[0] & 0xff) << 8 | body[1] & 0xff;
        int qos = (first & 0x06) >> 1;
        int start = 2 + topicLength + (qos > 0 ? 2 : 0);
        if (qos > 0) {
            send(PUBACK, answer -> answer.write(body, 2 + topicLength, 2));
        }
        inbox.add(new Heard(
                new String(body, 2, topicLength, UTF_8),
                new String(body, start, body.length - start, UTF_8),
                qos,
                (first & RETAIN) != 0));
    }

    private int length() throws IOException {
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7f) << shift;
            shift += 7;
        } while ((part & 0x80) != 0);
        return length;
    }

    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private void send(int first, Body content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        out.writeByte(first);
        int left = bytes.size();
        do {
            int part = left & 0x7f;
            left >>= 7;
            out.writeByte(left > 0 ? part | 0x80 : part);
        } while (left > 0);
        bytes.writeTo(out);
        out.flush();
    }

    private static void text(DataOutputStream body, String text) throws IOException {
        body.writeUTF(text);
    }
}
