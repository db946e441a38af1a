package city.adapter.llm.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A provider of models on a free port of 127.0.0.1 that does what it is told, call by call. HTTP/1.1 with connections
/// that are kept; each has a virtual thread.
public final class StubProvider implements AutoCloseable {
    private static final String JSON = "application/json";

    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final WireFormat format;
    private final ServerSocket door;
    private final Queue<Deed> next = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Thread porter;
    private volatile Deed otherwise = Deed.answer("{}");

    private StubProvider(WireFormat format, ServerSocket door) {
        this.format = format;
        this.door = door;
        this.porter = Thread.ofVirtual().unstarted(this::serve);
    }

    public static StubProvider start(WireFormat format) {
        try {
            var stub = new StubProvider(format, new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1")));
            stub.porter.start();
            return stub;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + format.basePath());
    }

    /// One deed for each of the next calls.
    public void next(Deed... deeds) {
        next.addAll(List.of(deeds));
    }

    /// For every call for which there is no other deed.
    public void always(Deed deed) {
        otherwise = deed;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// How many are open now.
    public int connections() {
        return connections.size();
    }

    /// Whoever comes after it is refused: the port is open for as long as somebody waits at it.
    @Override
    public void close() {
        shut(door);
        try {
            porter.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(StubProvider::shut);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var connection = door.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var call = read(in); call != null; call = read(in)) {
                calls.add(call);
                var scripted = next.poll();
                if (!perform(scripted == null ? otherwise : scripted, call, connection, in)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The caller went, or the stub was closed: either ends the connection.
        } finally {
            connections.remove(connection);
        }
    }

    /// @return whether the connection can be used again
    private boolean perform(Deed deed, Call call, Socket connection, InputStream in)
            throws IOException, InterruptedException {
        return switch (deed) {
            case Deed.Answer answer -> send(connection, 200, Map.of(), body(answer));
            case Deed.Refuse(var text) -> send(connection, 200, Map.of(), format.refusal(text));
            case Deed.CutOff(var text) -> send(connection, 200, Map.of(), format.cutOff(text));
            case Deed.Raw(var status, var headers, var body) -> send(connection, status, headers, body);
            case Deed.Reply(var body) -> send(connection, 200, Map.of(), body.apply(call));
            case Deed.Hang _ -> waitUntilGone(in);
            case Deed.HangInBody _ -> {
                sendHalf(connection);
                yield waitUntilGone(in);
            }
            case Deed.Break _ -> {
                sendHalf(connection);
                yield false;
            }
            case Deed.Trickle(var answer, var pieces, var pause) -> trickle(connection, body(answer), pieces, pause);
            case Deed.BreakInTrickle _ -> {
                write(connection, head(200, JSON, Map.of(), CHUNKED));
                writeChunk(connection, "{".getBytes(UTF_8));
                yield false;
            }
            case Deed.EndlessTrickle(var part, var pause) -> trickleWithoutEnd(connection, part, pause);
            case Deed.EventStream(var answer, var pieces) -> stream(connection, answer, pieces);
            case Deed.Think(var how) -> perform(how.apply(call), call, connection, in);
            case Deed.Late(var by, var then) -> {
                Thread.sleep(by);
                yield perform(then, call, connection, in);
            }
        };
    }

    private static boolean waitUntilGone(InputStream in) throws IOException {
        return in.read() >= 0;
    }

    private String body(Deed.Answer answer) {
        return format.answer(answer.text(), answer.inputTokens(), answer.outputTokens());
    }

    private void sendHalf(Socket connection) throws IOException {
        var body = format.answer("{}", 50, 5);
        write(
                connection,
                head(200, JSON, Map.of(), length(body.getBytes(UTF_8).length)) + body.substring(0, body.length() / 2));
    }

    private static boolean trickle(Socket connection, String body, int pieces, Duration pause)
            throws IOException, InterruptedException {
        write(connection, head(200, JSON, Map.of(), CHUNKED));
        var bytes = body.getBytes(UTF_8);
        for (var i = 0; i < pieces; i++) {
            Thread.sleep(pause);
            writeChunk(
                    connection, Arrays.copyOfRange(bytes, bytes.length * i / pieces, bytes.length * (i + 1) / pieces));
        }
        write(connection, LAST_CHUNK);
        return true;
    }

    /// Ends when the connection does: writing fails then.
    private boolean trickleWithoutEnd(Socket connection, Deed.EndlessTrickle.Part part, Duration pause)
            throws IOException, InterruptedException {
        var isHead = part == Deed.EndlessTrickle.Part.HEAD;
        write(connection, isHead ? "HTTP/1.1 200 Whatever\r\nServer: " : head(200, JSON, Map.of(), CHUNKED));
        var body = body(new Deed.Answer("{}", 50, 5)).strip();
        for (var i = 0; true; i++) {
            Thread.sleep(pause);
            if (isHead) {
                write(connection, "x");
            } else {
                // After the answer, the spaces that may follow one.
                writeChunk(connection, new byte[] {(byte) (i < body.length() ? body.charAt(i) : ' ')});
            }
        }
    }

    private boolean stream(Socket connection, Deed.Answer answer, int pieces) throws IOException {
        write(connection, head(200, Events.contentType(format), Map.of(), CHUNKED));
        for (var event : Events.of(format, answer, pieces)) {
            writeChunk(connection, event.getBytes(UTF_8));
        }
        write(connection, LAST_CHUNK);
        return true;
    }

    private static boolean send(Socket connection, int status, Map<String, String> headers, String body)
            throws IOException {
        write(connection, head(status, JSON, headers, length(body.getBytes(UTF_8).length)) + body);
        return true;
    }

    /// @param framing the header that tells where the body ends
    private static String head(int status, String type, Map<String, String> headers, String framing) {
        var head = new StringBuilder("HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\n".formatted(status, type));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append(framing).append("\r\n\r\n").toString();
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes;
    }

    private static void writeChunk(Socket connection, byte[] piece) throws IOException {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(piece.length) + "\r\n").getBytes(UTF_8));
        chunk.writeBytes(piece);
        chunk.writeBytes("\r\n".getBytes(UTF_8));
        write(connection, chunk.toByteArray());
    }

    private static void write(Socket connection, String text) throws IOException {
        write(connection, text.getBytes(UTF_8));
    }

    private static void write(Socket connection, byte[] bytes) throws IOException {
        connection.getOutputStream().write(bytes);
        connection.getOutputStream().flush();
    }

    private static @Nullable Call read(InputStream in) throws IOException {
        var request = readLine(in).split(" ");
        if (request.length < 2) {
            return null;
        }
        var headers = new HashMap<String, String>();
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var bytes = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Call(request[0], request[1], Map.copyOf(headers), new String(in.readNBytes(bytes), UTF_8));
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString().stripTrailing();
    }

    private static void shut(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception ignored) {
            // It is closed all the same.
        }
    }
}
