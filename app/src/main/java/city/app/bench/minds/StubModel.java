package city.app.bench.minds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/// A model that thinks nothing and takes its time: an OpenAI server on a free port of 127.0.0.1 that answers every
/// question with a rest, after a while drawn from a log-normal distribution. How long it took from the last byte read,
/// in ms, stands in the answer's thought, so that whoever has the answer can take it off, and how many bytes it read.
///
/// A program of its own, whose processor time is nobody else's: it prints its port, and heeds a line of stdin each:
/// minutes of rest, or `hang`. It ends with stdin.
final class StubModel {
    private static final String HANG = "hang";
    private static final double MEDIAN_MILLIS = 200;
    private static final double SIGMA = 0.3;
    private static final double STUCK_SHARE = 0.01;
    private static final long STUCK_MILLIS = 5_000;

    private static final String ANSWER = """
            {\\"thought\\":\\"%.1f of %d\\",\\"type\\":\\"rest\\",\\"target\\":[],\\"number\\":%d,\\"words\\":\\"\\",\
            \\"tone\\":\\"plain\\",\\"topic\\":\\"\\"}""";

    private static final String REPLY = """
            {"id":"stub","object":"chat.completion","created":0,"model":"stub","choices":[{"index":0,\
            "message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":400,"completion_tokens":40,"total_tokens":440}}""";

    private final ServerSocket door;
    private volatile int minutes = 50;
    private volatile boolean hangs;

    private StubModel(ServerSocket door) {
        this.door = door;
    }

    public static void main(String[] words) throws IOException {
        var stub = new StubModel(new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(stub::serve);
        IO.println(stub.door.getLocalPort());
        for (var line = IO.readln(); line != null; line = IO.readln()) {
            stub.heed(line);
        }
    }

    private void heed(String line) {
        if (line.equals(HANG)) {
            hangs = true;
        } else {
            minutes = Integer.parseInt(line);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var connection = door.accept();
                connection.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream(), 16_384);
            for (int bytes = readRequest(in); bytes >= 0; bytes = readRequest(in)) {
                answer(connection, bytes, System.nanoTime());
            }
        } catch (IOException | InterruptedException gone) {
            // The city gave up on it, or the benchmark is over.
        }
    }

    private void answer(Socket connection, int bytes, long readAt) throws IOException, InterruptedException {
        if (hangs) {
            Thread.sleep(Long.MAX_VALUE);
        }
        Thread.sleep(latencyMillis());
        double took = (System.nanoTime() - readAt) / 1e6;
        var body = REPLY.formatted(ANSWER.formatted(took, bytes, minutes)).getBytes(UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(body.length)
                .getBytes(UTF_8);
        var out = new byte[head.length + body.length];
        System.arraycopy(head, 0, out, 0, head.length);
        System.arraycopy(body, 0, out, head.length, body.length);
        connection.getOutputStream().write(out);
    }

    private static long latencyMillis() {
        var chance = ThreadLocalRandom.current();
        return chance.nextDouble() < STUCK_SHARE
                ? STUCK_MILLIS
                : Math.round(MEDIAN_MILLIS * Math.exp(SIGMA * chance.nextGaussian()));
    }

    /// @return how long the body is, negative at the end of the connection
    private static int readRequest(InputStream in) throws IOException {
        int length = -1;
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return length < 0 || in.readNBytes(length).length < length ? -1 : length;
    }

    /// Empty at the end of the head, and of the connection.
    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
